import { Link } from '@remix-run/react';

import { StateBadge } from '#app/action-items/item-badges.tsx';
import { whenInWords } from '#app/calendars/when.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { day } from '#app/ui/time.ts';

import { presentWords } from './minutes.ts';
import type { MinutesPage } from './minutes-page.server.ts';

const heading = 'font-serif text-xl font-semibold wrap-anywhere';

/** What a meeting left behind, in the order in which it was had. */
export function MinutesReport({ items, notes, decisions, actions, present, next, zone }: MinutesPage) {
  return (
    <div className="max-w-3xl space-y-8">
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
      {(notes || decisions.length > 0) && (
        <section aria-labelledby="besides">
          <h2 id="besides" className={heading}>
            {items.length > 0 ? 'Besides' : 'Notes'}
          </h2>
          {notes && <Prose html={notes} className="mt-2" />}
          <Decided decisions={decisions} />
        </section>
      )}
      {actions.length > 0 && (
        <section aria-labelledby="actions">
          <h2 id="actions" className={heading}>
            Action items
          </h2>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {actions.map(({ id, statement, owner, dueAt, state }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
                <Link
                  to={paths.actionItem(id)}
                  className="min-w-0 flex-1 basis-64 font-medium wrap-anywhere underline-offset-4 hover:underline"
                >
                  {statement}
                </Link>
                <span className="text-sm text-soft">
                  {owner ?? 'Nobody yet'}
                  {dueAt !== null && `, by ${day(dueAt, zone)}`}
                </span>
                <StateBadge state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="present">
        <h2 id="present" className={heading}>
          Who was there
        </h2>
        {present.names && present.names.length > 0 && (
          <p className="mt-2 wrap-anywhere">{present.names.join(', ')}</p>
        )}
        {present.names && present.names.length > 0 ? null : (
          <p className="mt-2 text-soft">
            {presentWords(present.count)}
            {present.names === null && present.count > 0 && ' Those who were there see each other’s names.'}
          </p>
        )}
      </section>
      {next && (
        <section aria-labelledby="next">
          <h2 id="next" className={heading}>
            Next meeting
          </h2>
          <p className="mt-2">
            <Link to={paths.meeting(next.id)} className="text-accent underline underline-offset-4">
              {next.title}
            </Link>
            , {whenInWords(next.startsAt, next.minutes, next.timezone)}
            {next.place && `, ${next.place}`}
          </p>
        </section>
      )}
    </div>
  );
}

function Item({ item }: { item: MinutesPage['items'][number] }) {
  const { id, title, presenter, state, notes, outcome, decisions } = item;
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className={heading}>
          {title}
        </h2>
        {state === 'carried' && <Badge>Carried over</Badge>}
      </div>
      {presenter && <p className="text-sm text-soft">Presented by {presenter}</p>}
      {notes && <Prose html={notes} className="mt-2" />}
      {outcome && (
        <div className="mt-3">
          <h3 className="text-sm font-semibold text-soft">Outcome</h3>
          <Prose html={outcome} />
        </div>
      )}
      <Decided decisions={decisions} />
    </section>
  );
}

function Decided({ decisions }: { decisions: string[] }) {
  if (decisions.length === 0) return null;
  return (
    <div className="mt-3 border-l-4 border-accent pl-4">
      <h3 className="text-sm font-semibold text-soft">Decided</h3>
      <ul className="mt-1 space-y-1">
        {decisions.map((text, at) => (
          <li key={at} className="wrap-anywhere whitespace-pre-wrap">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
