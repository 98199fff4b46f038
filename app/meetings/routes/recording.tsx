import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { safeLink } from '#app/http/safe-link.ts';
import { recordingSchema } from '#app/meetings/recording.ts';
import { setRecording } from '#app/meetings/recording.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Recording · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedToRun(args);
  const { id, title, recording } = meeting;
  return { id, title, recording };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, recordingSchema);
  if ('refused' in form) return data({ error: form.refused.errors.recording, typed: '' }, { status: 422 });
  const { recording: typed, seen } = form.value;
  const refuse = (error: string, status = 422) => data({ error, typed }, { status });
  const link = typed === '' ? null : safeLink(typed);
  if (typed !== '' && !link?.startsWith('https://'))
    return refuse(
      'That is no address a browser would follow safely. Begin it with https://, without a password.',
    );
  const saved = await setRecording(meeting.id, { link, seen: seen || null }, viewer, Date.now());
  if ('saved' in saved)
    return redirectSaying(
      paths.meetingMinutes(meeting.id),
      link === null ? 'No recording is named any more.' : 'The recording stands in the minutes.',
    );
  if (saved.refused === 'not-begun') return refuse('A recording can be named once the meeting has begun.');
  return refuse(
    saved.now === null
      ? 'Somebody else took the address away in the meantime. Save once more if yours is right.'
      : `Somebody else wrote ${saved.now} in the meantime. Save once more if yours is right.`,
    409,
  );
}

export default function Recording() {
  const { id, title, recording } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.meetingMinutes(id)}>Minutes: {title}</Up>} title="Recording" />
      <Card aria-label="Recording" className="max-w-2xl">
        <Form method="post" className="space-y-4">
          <input type="hidden" name="seen" value={recording ?? ''} />
          <TextField
            label="Its address"
            name="recording"
            type="url"
            maxLength={2000}
            defaultValue={refused ? refused.typed : (recording ?? '')}
            error={refused?.error}
            help="Everybody who reads the minutes sees it; who may watch it is decided where it lies. Leave it empty to take it away."
          />
          <div className="flex gap-2">
            <Button weight="primary">Save</Button>
            <ButtonLink to={paths.meetingMinutes(id)} weight="quiet">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
