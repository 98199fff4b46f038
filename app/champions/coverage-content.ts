import { z } from 'zod';

const on = z.boolean().default(true);
const words = z.string().trim().min(1).max(80);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.');
const champions = z.int().min(1).max(10_000);

/** The policies as content/coverage.json states them; each can be switched off by `"on": false`. */
export const coverageSchema = z.strictObject({
  'per-squad': z.strictObject({ on }),
  'per-developers': z.strictObject({
    on,
    developers: z.int().min(1).max(1000),
    /** where the number comes from, for whoever wonders */
    source: z.string().trim().max(400).default(''),
  }),
  specialisms: z
    .array(z.strictObject({ on, key, words, least: champions }))
    .max(50)
    .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'Two specialisms share a key.'),
});
export type CoverageContent = z.output<typeof coverageSchema>;
type Fault = { line: number; text: string };

/** Reads content/coverage.json: the policies, or what is wrong with it and in which line. */
export function readCoverage(text: string): { policies: CoverageContent } | { faults: Fault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [{ line: lineOfFault(text, (error as Error).message), text: 'This is not JSON.' }] };
  }
  const read = coverageSchema.safeParse(json);
  if (read.success) return { policies: read.data };
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      line: lineOf(text, path),
      text: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    })),
  };
}

const lineAt = (text: string, place: number) => text.slice(0, place).split('\n').length;

const lineOfFault = (text: string, message: string) =>
  lineAt(text, Number(/position (\d+)/.exec(message)?.[1] ?? text.length));

/** The line a path leads to: of a name its own, of the n-th in a list that in which it opens. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  let place = 0;
  for (const part of path) {
    for (let nth = typeof part === 'number' ? part : 0; nth >= 0; nth -= 1) {
      const found = text.indexOf(typeof part === 'number' ? '{' : `"${String(part)}"`, place);
      if (found === -1) return lineAt(text, place);
      place = found + 1;
    }
  }
  return lineAt(text, place);
}
