import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { isAhead, restrictedMinutes, sumOf } from './agenda.ts';
import type { AgendaItem } from './agenda.server.ts';
import { AgendaBar } from './agenda-bar.tsx';
import { AgendaEntry } from './agenda-entry.tsx';

type Props = { meeting: { id: string; minutes: number; state: string }; items: AgendaItem[]; runs: boolean };

/** The agenda on the page of its meeting: to read, with the ways to propose and to arrange. */
export function AgendaCard({ meeting, items, runs }: Props) {
  const ahead = isAhead(meeting.state);
  return (
    <Card aria-labelledby="agenda">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="agenda" className="font-serif text-xl font-semibold">
          Agenda
        </h2>
        <div className="flex flex-wrap gap-2">
          {ahead && <ButtonLink to={paths.newAgendaItem(meeting.id)}>Propose something</ButtonLink>}
          {ahead && (
            <ButtonLink to={paths.agenda(meeting.id)} weight={runs ? 'primary' : 'quiet'}>
              {runs ? 'Arrange it' : 'Vote on proposals'}
            </ButtonLink>
          )}
        </div>
      </div>
      {items.length > 0 ? (
        <>
          {ahead && (
            <AgendaBar
              sum={sumOf(items, meeting.minutes)}
              items={items}
              restricted={runs ? restrictedMinutes(items) : 0}
            />
          )}
          <AgendaList items={items} />
        </>
      ) : (
        <p className="text-soft">
          {ahead ? 'Nothing is on it yet. What would you like to hear, or show?' : 'Nothing was on it.'}
        </p>
      )}
    </Card>
  );
}

/** An agenda to read. */
export const AgendaList = ({ items }: { items: AgendaItem[] }) => (
  <ol className="mt-4 space-y-3" aria-label="Agenda, in its order">
    {items.map((item) => (
      <li key={item.id} id={`item-${item.id}`} className="border-t border-line pt-3">
        <AgendaEntry item={item} />
      </li>
    ))}
  </ol>
);
