import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { whenInWords } from '#app/calendars/when.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { moveMeeting } from '#app/meetings/changing.server.ts';
import { versionSeen } from '#app/meetings/compared.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { clockNote } from '#app/meetings/series.ts';
import { TimeFields } from '#app/meetings/time-fields.tsx';
import { timeProblems, timeSchema } from '#app/meetings/time-form.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Move ${page?.title ?? 'a meeting'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedToRun(args);
  const { id, title, wall, timezone, startsAt, minutes, version, invitedAt } = meeting;
  return {
    ...{ id, title, timezone, version, invited: invitedAt !== null },
    when: whenInWords(startsAt, minutes, timezone),
    values: { day: wall.slice(0, 10), time: wall.slice(11) } as Record<string, string>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, timeSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null }, { status: 422 });
  const { day, time, version } = form.value;
  const wall = `${day}T${time}`;
  const values = typedAgain(form.value);
  const moved = await moveMeeting(meeting.id, version, wall, viewer, Date.now());
  if ('meeting' in moved) {
    const note = clockNote(wall, meeting.timezone);
    const told =
      meeting.invitedAt === null ? 'It is moved.' : 'It is moved, and whoever was invited is told.';
    return redirectSaying(paths.meeting(meeting.id), [told, note].filter(Boolean).join(' '));
  }
  if (moved.refused === 'stale') {
    const { startsAt, minutes, timezone } = moved.now;
    return data({ errors: {}, values, stale: whenInWords(startsAt, minutes, timezone) }, { status: 409 });
  }
  if (moved.refused !== 'not-now')
    return data({ errors: timeProblems[moved.refused], values, stale: null }, { status: 422 });
  return redirectSaying(paths.meeting(meeting.id), {
    text: 'It has begun, or does not take place: it stays where it is.',
    tone: 'warn',
  });
}

export default function Move() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.meeting(page.id)}>{page.title}</Up>} title="Move it" lead={page.when} />
      {answered?.stale && (
        <div className="mb-6">
          <Callout tone="warn" title="Somebody changed this meeting while you were writing" live>
            <p>It is now {answered.stale}. Move it from there, if you still want to.</p>
          </Callout>
        </div>
      )}
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          <input type="hidden" name="version" value={versionSeen(answered, page)} />
          <TimeFields
            timezone={page.timezone}
            values={answered?.values ?? page.values}
            errors={answered?.errors ?? {}}
          />
          <p className="text-sm text-soft">
            {page.invited
              ? 'Whoever was invited gets the new time by mail, and their calendars follow.'
              : 'Nobody was invited yet, so that nobody needs to be told.'}
          </p>
          <Button weight="primary">Move it</Button>
        </Form>
      </Card>
    </>
  );
}
