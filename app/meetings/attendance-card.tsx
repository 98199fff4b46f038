import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import type { AttendanceCardData } from './attendance-card.server.ts';
import { presentWords } from './minutes.ts';

/** Whether one is there, and where to say so; with the code and the list for whoever runs the meeting. */
export function AttendanceCard({
  id,
  door,
  opens,
  own,
  present,
  runs,
}: AttendanceCardData & { runs: boolean }) {
  if (door === 'skipped' || (door === 'early' && !runs)) return null;
  return (
    <Card aria-labelledby="attendance">
      <h2 id="attendance" className="mb-3 font-serif text-xl font-semibold">
        Who is there
      </h2>
      <p>{ownWords(own, door, opens)}</p>
      {door !== 'early' && <p className="mt-1 text-sm text-soft">{presentWords(present)}</p>}
      <div className="mt-4 flex flex-wrap gap-2 empty:hidden">
        {door === 'open' && own !== true && (
          <ButtonLink to={paths.checkIn(id)} weight="primary">
            Check in
          </ButtonLink>
        )}
        {door === 'open' && runs && <ButtonLink to={paths.checkInCode(id)}>Show the code</ButtonLink>}
        {runs && <ButtonLink to={paths.attendance(id)}>The list</ButtonLink>}
      </div>
    </Card>
  );
}

function ownWords(own: boolean | null, door: AttendanceCardData['door'], opens: string): string {
  if (own) return door === 'open' ? '✓ You are checked in.' : '✓ You were there.';
  if (door === 'open') return 'Are you there? A code is shown in the room.';
  if (door === 'early') return `Check-in opens ${opens}.`;
  return own === null ? 'You are not on the list.' : 'You are written down as not there.';
}
