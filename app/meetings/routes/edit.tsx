import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { changeMeeting } from '#app/meetings/changing.server.ts';
import { comparedMeeting, versionSeen } from '#app/meetings/compared.ts';
import { meetingSchema } from '#app/meetings/meeting-form.ts';
import { PlaceFields } from '#app/meetings/place-fields.tsx';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { agendasFor, readHost, typedMeeting } from '#app/meetings/series-scope.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Change ${page?.title ?? 'a meeting'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedToRun(args);
  const { id, title, version, template } = meeting;
  return { id, title, version, agendas: agendasFor(template), values: await typedMeeting(meeting) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, meetingSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null }, { status: 422 });
  const { title, template, minutes, place, link, version } = form.value;
  const values = typedAgain(form.value);
  const host = await readHost(form.value.host);
  const isThere = agendasFor(meeting.template).some(({ slug }) => slug === template);
  if ('problem' in host || !isThere) {
    const errors = {
      ...('problem' in host && { host: host.problem }),
      ...(!isThere && { template: 'Choose an agenda from the list.' }),
    };
    return data({ errors, values, stale: null }, { status: 422 });
  }
  const draft = { title, template, minutes, place, link, hostId: host.id };
  const saved = await changeMeeting(meeting.id, version, draft, viewer, Date.now());
  if ('meeting' in saved) return redirectSaying(paths.meeting(meeting.id), 'Saved.');
  if (saved.refused === 'stale') {
    const stale = comparedMeeting(await typedMeeting(saved.now), values);
    return data({ errors: {}, values, stale }, { status: 409 });
  }
  return redirectSaying(paths.meeting(meeting.id), { text: 'It is over, and stays as it is.', tone: 'warn' });
}

export default function Edit() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? page.values;
  const errors: Partial<Record<string, string>> = answered?.errors ?? {};
  return (
    <>
      <PageHead
        above={<Up to={paths.meeting(page.id)}>{page.title}</Up>}
        title="Change the meeting"
        lead="What you write here holds for this one; the others of its series stay as they are."
      />
      {answered?.stale && <Stale pairs={answered.stale} />}
      <Card className="max-w-3xl">
        <Form method="post" className="space-y-6">
          <input type="hidden" name="version" value={versionSeen(answered, page)} />
          <TextField
            label="Title"
            name="title"
            required
            maxLength={120}
            defaultValue={values.title}
            error={errors.title}
          />
          <PlaceFields {...{ values, errors }} agendas={page.agendas} />
          <Button weight="primary">Save</Button>
        </Form>
      </Card>
    </>
  );
}
