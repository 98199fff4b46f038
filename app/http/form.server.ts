import { data } from '@remix-run/node';
import type { z } from 'zod';

export type Refused<Field extends string = string> = {
  /** what to do about each field, in words for the person who filled it in */
  errors: Partial<Record<Field, string>>;
  /** what they typed, to be shown again */
  values: Record<string, string>;
};

/**
 * Reads a form against a schema. A field named more than once is read as its last value. Files are left out. Where a NUL
 * is nothing that the schema has words for, it is nothing that anybody typed: 400.
 */
export async function readForm<S extends z.ZodObject>(
  request: Request,
  schema: S,
): Promise<{ value: z.output<S> } | { refused: Refused<Extract<keyof z.output<S>, string>> }> {
  const values: Record<string, string> = {};
  for (const [name, value] of await formAsSent(request)) if (typeof value === 'string') values[name] = value;
  const read = schema.safeParse(values);
  const errors: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  refuseNul(Object.entries(values).filter(([name]) => !Object.hasOwn(errors, name)));
  if (read.success) return { value: read.data };
  return {
    refused: {
      errors: errors as Refused<Extract<keyof z.output<S>, string>>['errors'],
      values: withoutSecrets(values),
    },
  };
}

/** The form a request carries; 400 when it carries something else, or a NUL, which PostgreSQL can neither keep nor look up. */
export async function formIn(request: Request): Promise<FormData> {
  const form = await formAsSent(request);
  refuseNul(form);
  return form;
}

function refuseNul(fields: Iterable<[string, FormDataEntryValue]>): void {
  for (const [, value] of fields)
    if (typeof value === 'string' && value.includes('\0')) throw data(null, { status: 400 });
}

/** The same with whatever it holds, for who has words for a NUL. */
export async function formAsSent(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

const withoutSecrets = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password|secretAddress/i.test(name)));

/** Fields that were read, as somebody would type them again. */
export const typedAgain = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]));
