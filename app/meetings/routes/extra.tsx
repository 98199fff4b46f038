import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { addMeeting } from '#app/meetings/changing.server.ts';
import { clockNote } from '#app/meetings/series.ts';
import { scopedSeries } from '#app/meetings/series-scope.server.ts';
import { TimeFields } from '#app/meetings/time-fields.tsx';
import { timeProblems, timeSchema } from '#app/meetings/time-form.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a meeting · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { series } = await scopedSeries(args, 'arrange-meetings');
  const { id, name, timezone, time } = series;
  return { id, name, timezone, values: { time } as Record<string, string> };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await scopedSeries(args, 'arrange-meetings');
  const form = await readForm(args.request, timeSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const wall = `${form.value.day}T${form.value.time}`;
  const added = await addMeeting(series.id, wall, viewer, Date.now());
  if ('id' in added) {
    const note = clockNote(wall, series.timezone);
    return redirectSaying(paths.meeting(added.id), {
      text: ['The meeting is added. Invitations go out as for the others.', note].filter(Boolean).join(' '),
      undo: { action: paths.meetingSkipping(added.id) },
    });
  }
  if (added.refused === 'not-now')
    return redirectSaying(paths.meetingSeries(series.id), { text: 'The series has ended.', tone: 'warn' });
  return data({ errors: timeProblems[added.refused], values: typedAgain(form.value) }, { status: 422 });
}

export default function Extra() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.meetingSeries(page.id)}>{page.name}</Up>}
        title="Add a meeting"
        lead="One more, that the rhythm does not have: before a release, or with a guest."
      />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          <TimeFields
            timezone={page.timezone}
            values={refused?.values ?? page.values}
            errors={refused?.errors ?? {}}
          />
          <Button weight="primary">Add it</Button>
        </Form>
      </Card>
    </>
  );
}
