import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { whenInWords } from '#app/calendars/when.ts';
import { minutesPage } from '#app/meetings/minutes-page.server.ts';
import { MinutesReport } from '#app/meetings/minutes-report.tsx';
import { NoMinutes } from '#app/meetings/no-minutes.tsx';
import { RecordingLine } from '#app/meetings/recording-line.tsx';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { SendMinutes } from '#app/meetings/send-minutes.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Minutes of ${page?.meeting.title ?? 'a meeting'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, meeting, runs } = await scopedMeeting(args);
  return { ...(await minutesPage(viewer, meeting)), runs };
}

export default function MinutesOfMeeting() {
  const page = useLoaderData<typeof loader>();
  const { meeting, isBare, sending, runs } = page;
  return (
    <article>
      <PageHead
        above={<Up to={paths.meeting(meeting.id)}>{meeting.title}</Up>}
        title={`Minutes: ${meeting.title}`}
        lead={[
          whenInWords(meeting.startsAt, meeting.minutes, meeting.timezone),
          meeting.place,
          meeting.host && `with ${meeting.host}`,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          !isBare && (
            <ButtonLink to={paths.minutesMarkdown(meeting.id)} reloadDocument>
              Markdown
            </ButtonLink>
          )
        }
      />
      <RecordingLine {...meeting} runs={runs} />
      {runs && <SendMinutes meeting={meeting} isBare={isBare} sending={sending} />}
      {isBare && <NoMinutes state={meeting.state} meetingId={meeting.id} />}
      <MinutesReport {...page} />
    </article>
  );
}
