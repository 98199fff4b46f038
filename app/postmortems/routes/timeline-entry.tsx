import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { EntryFields } from '#app/postmortems/entry-fields.tsx';
import { entrySchema } from '#app/postmortems/moment-fields.ts';
import { momentOf, momentValues } from '#app/postmortems/moment-values.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { Stale } from '#app/ui/stale.tsx';
import { changeEntry, entryNamed } from '#app/postmortems/timeline.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Timeline entry · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const entry = await entryNamed({ postmortemId: postmortem.id, id: args.params.entryId ?? '' });
  if (!entry) throw data(null, { status: 404 });
  return { postmortem, entry };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const which = { postmortemId: postmortem.id, id: args.params.entryId ?? '' };
  if (!(await entryNamed(which))) throw data(null, { status: 404 });
  const form = await readForm(args.request, entrySchema.extend({ version: z.coerce.number().int() }));
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { version, text, ...moment } = form.value;
  const entry = { ...momentOf(moment), text };
  const by = { byId: viewer.id, now: Date.now() };
  const saved = await changeEntry(which, version, entry, postmortem.timezone, by);
  if ('saved' in saved) return redirectSaying(`${paths.editPostmortem(postmortem.id)}#timeline`, 'Saved.');
  const stale = [
    { name: 'Time', theirs: saved.now?.written ?? '', yours: entry.written },
    { name: 'What happened', theirs: saved.now?.text ?? '', yours: entry.text },
  ];
  return data({ refused: { errors: {}, values: { ...moment, text } }, stale }, { status: 409 });
}

export default function TimelineEntry() {
  const { postmortem, entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Timeline entry"
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      {entry.removedAt !== null && (
        <div className="mb-6">
          <Callout tone="warn" title="This entry was taken out of the timeline">
            <p>Saving puts it back.</p>
          </Callout>
        </div>
      )}
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card>
        <Form method="post" className="space-y-4" key={entry.version}>
          <input type="hidden" name="version" value={entry.version} />
          <EntryFields
            values={{ ...momentValues(entry), text: entry.text }}
            refused={answer?.refused}
            timezone={postmortem.timezone}
          />
          <Button weight="primary">Save</Button>
        </Form>
      </Card>
    </>
  );
}
