import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { clock, shortly } from '#app/calendars/when.ts';
import { configuration } from '#app/configuration.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { checkInTimes, doorOf } from '#app/meetings/check-in.ts';
import { refusalWords } from '#app/meetings/check-in-words.ts';
import { liveCodes, makeCode } from '#app/meetings/check-in.server.ts';
import { LiveCode } from '#app/meetings/live-code.tsx';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Check-in code · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting, host } = await scopedToRun(args);
  args.context.keptNowhere = true;
  const now = Date.now();
  const { id, title, timezone } = meeting;
  const codes = await liveCodes(id, now);
  return {
    meeting: { id, title },
    host,
    door: doorOf(meeting, now),
    opens: shortly(checkInTimes(meeting).from, timezone),
    link: configuration.origin + paths.checkIn(id),
    codes: codes.map(({ code, expiresAt }) => ({
      code,
      until: clock(expiresAt, timezone),
      minutes: Math.ceil((expiresAt - now) / 60_000),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting, host } = await scopedToRun(args);
  const made = await makeCode(meeting.id, viewer, Date.now());
  const opens = shortly(checkInTimes(meeting).from, meeting.timezone);
  const to = paths.checkInCode(meeting.id);
  return 'refused' in made
    ? redirectSaying(to, { text: refusalWords(made.refused, { opens, host }), tone: 'warn' })
    : redirectSaying(to, 'A new code, good for a quarter of an hour.');
}

export default function CheckInCode() {
  const { meeting, host, door, opens, link, codes } = useLoaderData<typeof loader>();
  const [newest, ...others] = codes;
  return (
    <>
      <PageHead
        above={<Up to={paths.meeting(meeting.id)}>{meeting.title}</Up>}
        title="Check-in code"
        actions={<ButtonLink to={paths.attendance(meeting.id)}>The list</ButtonLink>}
      />
      {newest ? (
        <Card aria-label="The code">
          <LiveCode {...newest} link={link} others={others} />
          {door === 'open' && (
            <Form method="post" className="mt-8 text-center">
              <Button>Make another</Button>
            </Form>
          )}
        </Card>
      ) : (
        <Empty
          title={door === 'open' ? 'No code is shown yet' : 'No code can be made now'}
          actions={
            door === 'open' && (
              <Form method="post">
                <Button weight="primary">Make a code</Button>
              </Form>
            )
          }
        >
          <p>
            {door === 'open'
              ? 'It is good for a quarter of an hour. Show this page in the room: who types the code is on the list.'
              : refusalWords(door, { opens, host })}
          </p>
        </Empty>
      )}
    </>
  );
}
