import { Card } from '#app/ui/page.tsx';

import type { MeetingPage } from './meeting-head.tsx';
import { JoinLink } from './series-facts.tsx';

/** Where a meeting is, with whom, and from which agenda it is made. */
export function WhereCard({ place, link, host, template }: MeetingPage) {
  return (
    <Card aria-label="Where and with whom">
      <dl className="grid grid-cols-[4.5rem_1fr] gap-y-2.5 text-sm">
        <dt className="text-soft">Place</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">{place || (link ? 'By video' : 'Not said yet')}</dd>
        {link && (
          <>
            <dt className="text-soft">Link</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <JoinLink to={link} />
            </dd>
          </>
        )}
        <dt className="text-soft">Host</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">{host ?? 'Organisers'}</dd>
        <dt className="text-soft">Agenda</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">{template}</dd>
      </dl>
    </Card>
  );
}
