import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { FactsForm } from '#app/postmortems/facts-form.tsx';
import { changeFacts } from '#app/postmortems/facts.server.ts';
import { factsSchema } from '#app/postmortems/facts.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { Stale } from '#app/ui/stale.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Title and severity · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  return { facts: postmortem };
}

export async function action(args: ActionFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const form = await readForm(args.request, factsSchema.extend({ version: z.coerce.number().int() }));
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { version, ...facts } = form.value;
  const saved = await changeFacts(postmortem.id, version, facts, Date.now());
  if ('refused' in saved) {
    const names = { title: 'Title', kind: 'Kind', severity: 'Severity', timezone: 'Time zone' } as const;
    const stale = (Object.keys(names) as (keyof typeof names)[]).map((name) => ({
      name: names[name],
      theirs: String(saved.now?.[name] ?? ''),
      yours: String(facts[name] ?? ''),
    }));
    return data({ refused: { errors: {}, values: typedAgain(facts) }, stale }, { status: 409 });
  }
  return redirectSaying(paths.editPostmortem(postmortem.id), 'Saved.');
}

export default function Facts() {
  const { facts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Title and severity"
        above={<Up to={paths.editPostmortem(facts.id)}>{facts.title}</Up>}
      />
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card>
        <FactsForm facts={facts} refused={answer?.refused} />
      </Card>
    </>
  );
}
