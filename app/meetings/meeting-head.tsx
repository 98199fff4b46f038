import { PageHead, Up } from '#app/ui/page.tsx';
import { paths } from '#app/paths.ts';

import { MeetingActions } from './meeting-actions.tsx';
import type { meetingPage } from './meeting-page.server.ts';
import { StateBadge } from './state-badge.tsx';

export type MeetingPage = Awaited<ReturnType<typeof meetingPage>>;

/** What a meeting is called, and when it is. */
export function MeetingHead(page: MeetingPage) {
  const { series, title, day, span, there, note, runs } = page;
  return (
    <PageHead
      above={<Up to={paths.meetingSeries(series.id)}>{series.name}</Up>}
      title={title}
      lead={
        <>
          {day}, {span} <StateBadge {...page} />
          {there && <span className="block text-base">{there}</span>}
          {note && page.state === 'planned' && <span className="block text-sm text-warn">{note}</span>}
        </>
      }
      actions={runs && <MeetingActions {...page} invited={page.invitedAt !== null} />}
    />
  );
}
