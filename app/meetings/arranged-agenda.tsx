import { Form } from '@remix-run/react';
import { useMemo, useRef, useState } from 'react';

import { paths } from '#app/paths.ts';
import { useLoadAnew } from '#app/ui/load-anew.ts';
import { useOrdering } from '#app/ui/ordering.ts';

import type { AgendaItem } from './agenda.server.ts';
import { AgendaEntry } from './agenda-entry.tsx';
import { TakeBack } from './take-back.tsx';

type Props = { meetingId: string; items: AgendaItem[] };

const small =
  'inline-flex size-9 cursor-pointer items-center justify-center rounded-md border border-line-strong bg-surface hover:bg-sunken disabled:cursor-not-allowed disabled:opacity-40';

/** An agenda that is put in order: with buttons, and where scripts run by its handles, too. */
export function ArrangedAgenda({ meetingId, items }: Props) {
  const { said, save } = useSaving(paths.agendaOrder(meetingId));
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const known = new Map(items.map((item) => [item.id, item]));
  const { list, order, dragged, ready, handle } = useOrdering(ids, (id, before, now) =>
    save(
      { item: id, before: before ?? '', stay: 'yes' },
      `${known.get(id)?.title}: now ${now.indexOf(id) + 1} of ${now.length}.`,
    ),
  );
  const shown = order.flatMap((id) => known.get(id) ?? []);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {ready && (
        <p id="how-to-order" className="mb-3 text-sm text-soft">
          Drag by the handle, or use the arrow keys while it has the focus.
        </p>
      )}
      <ol ref={list} className="space-y-2" aria-label="Agenda, in its order">
        {shown.map((item, at) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            data-item={item.id}
            className={`flex items-start gap-3 rounded-md border p-3 ${dragged === item.id ? 'border-accent bg-accent-wash' : 'border-line bg-surface'}`}
          >
            {ready && (
              <button
                type="button"
                {...handle(item.id)}
                aria-label={`Move “${item.title}”`}
                aria-describedby="how-to-order"
                className="inline-flex h-9 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded text-soft select-none hover:bg-sunken"
              >
                <Grip />
              </button>
            )}
            <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-2">
              <AgendaEntry item={item} />
              <div className="flex flex-wrap items-center gap-1">
                <Steps
                  meetingId={meetingId}
                  item={item}
                  isFirst={at === 0}
                  isLast={at === shown.length - 1}
                />
                {item.state === 'open' && <TakeBack item={item} />}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

type StepsProps = { meetingId: string; item: AgendaItem; isFirst: boolean; isLast: boolean };

function Steps({ meetingId, item, isFirst, isLast }: StepsProps) {
  return (
    <Form method="post" action={paths.agendaOrder(meetingId)} preventScrollReset className="flex gap-1">
      <input type="hidden" name="item" value={item.id} />
      <button
        name="to"
        value="earlier"
        disabled={isFirst}
        aria-label={`“${item.title}” one up`}
        className={small}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        name="to"
        value="later"
        disabled={isLast}
        aria-label={`“${item.title}” one down`}
        className={small}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </Form>
  );
}

const Grip = () => (
  <svg viewBox="0 0 10 16" aria-hidden="true" className="h-4 fill-current">
    {[3, 8, 13].flatMap((y) => [2.5, 7.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" />))}
  </svg>
);

/** Sends one move after the other; when all are through, the page is read anew. Not through the router, whose errors replace the page. */
function useSaving(path: string) {
  const [said, setSaid] = useState('');
  const loadAnew = useLoadAnew();
  const queue = useRef({ last: Promise.resolve(), waiting: 0 });
  const save = (fields: Record<string, string>, words: string) => {
    const line = queue.current;
    line.waiting += 1;
    setSaid(words);
    line.last = line.last.then(async () => {
      const kept = await sent(path, fields);
      line.waiting -= 1;
      if (!kept) setSaid('That could not be saved. The agenda stands as it is shown now.');
      if (line.waiting === 0) loadAnew();
    });
  };
  return { said, save };
}

async function sent(path: string, fields: Record<string, string>): Promise<boolean> {
  try {
    const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
    return response.ok && !response.redirected;
  } catch {
    return false;
  }
}
