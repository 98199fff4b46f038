import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';

import type { AgendaItem } from './agenda.server.ts';
import { meetingWords } from './item-words.ts';

const quiet = 'text-accent underline underline-offset-4';

/** What an agenda says of one item: what it is, who has it, for how long, and where it was before. */
export function AgendaEntry({ item }: { item: AgendaItem }) {
  const { id, title, kindWords, minutes, presenter, carried, before, placeholder, state } = item;
  return (
    <div className="min-w-0 flex-1 basis-56">
      <p className={`font-medium [overflow-wrap:anywhere] ${placeholder ? 'text-soft' : ''}`}>
        <Link to={paths.agendaItem(id)} className="underline-offset-4 hover:underline">
          {title}
        </Link>
      </p>
      <p className="text-sm text-soft">
        {minutes} min
        {kindWords !== title && <> · {kindWords}</>}
        {presenter ? (
          <> · {presenter.name}</>
        ) : placeholder ? (
          ' · free for a proposal'
        ) : (
          ' · nobody presents it yet'
        )}
      </p>
      {(carried !== null || item.restricted || state === 'done' || state === 'carried') && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
          {state === 'done' && <Badge tone="good">Had</Badge>}
          {state === 'carried' && <Badge>{placeholder ? 'Not reached' : 'Went on to another meeting'}</Badge>}
          {carried !== null && <Badge tone="accent">{carried}</Badge>}
          {before?.id && (
            <Link to={paths.agenda(before.id)} className={quiet}>
              before: {meetingWords(before)}
            </Link>
          )}
          {item.restricted && <Badge tone="warn">Not for everyone</Badge>}
        </p>
      )}
    </div>
  );
}
