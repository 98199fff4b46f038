import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';
import { Prose } from '#app/ui/markdown.tsx';
import { day } from '#app/ui/time.ts';

import type { Packet } from './review-page.server.ts';
import { hoursWords, isAnythingLeftOut } from './review-words.ts';

/** A year: its person's own words first, then what is known of it. What is empty is left out. */
export function ReviewPacket({ packet, words }: { packet: Packet; words?: ReactNode }) {
  const { zone } = packet;
  const on = (at: number) => day(at, zone);
  return (
    <>
      {(packet.words !== null || words) && (
        <section aria-labelledby="own-words" className="mb-8">
          <h2 id="own-words" className="mb-2 font-serif text-xl font-semibold">
            In {packet.part === 'person' ? 'your' : 'their'} own words
          </h2>
          {packet.words !== null && <Prose html={packet.words} />}
          {words}
        </section>
      )}
      <Part title="Belts">
        {packet.belts.map(({ belt, name, how, at }) => (
          <Entry key={belt} beside={`${how === 'earned' ? 'earned' : 'held since'} ${on(at)}`}>
            {name}
          </Entry>
        ))}
      </Part>
      <Part title="Sessions led">
        {packet.sessions.map(({ factId, words: feature, at }) => (
          <Entry key={factId} beside={on(at)}>
            Threat modelling: {feature}
          </Entry>
        ))}
      </Part>
      <Part title="Led at guild meetings">
        {packet.agenda.map(({ factId, id, words: title, at }) => (
          <Entry key={factId} beside={on(at)} to={paths.agendaItem(id)}>
            {title}
          </Entry>
        ))}
      </Part>
      <Part title="Shown and approved">
        {packet.evidence.map(({ factId, words: requirement, at }) => (
          <Entry key={factId} beside={on(at)}>
            {requirement}
          </Entry>
        ))}
      </Part>
      <Part title="Mentoring">
        {packet.mentored.map(({ factId, at }) => (
          <Entry key={factId} beside={on(at)}>
            Buddy of a colleague who earned a belt
          </Entry>
        ))}
      </Part>
      <Part title="Fixes that a colleague verified">
        {packet.fixes.map(({ factId, id, words: statement, at }) => (
          <Entry key={factId} beside={on(at)} to={paths.actionItem(id)}>
            {statement}
          </Entry>
        ))}
      </Part>
      <Part title="Near misses reported">
        {packet.nearMisses.map(({ factId, id, words: title, at }) => (
          <Entry key={factId} beside={on(at)} to={paths.postmortem(id)}>
            {title}
          </Entry>
        ))}
      </Part>
      <Part title="Recognised for">
        {packet.recognised.map(({ key, name, isAward, at }) => (
          <Entry key={key} beside={on(at)}>
            {name}
            {isAward && <span className="text-sm text-soft"> (award)</span>}
          </Entry>
        ))}
      </Part>
      <Part title="Thanks from colleagues">
        {packet.thanks.map(({ id, reason, from, givenAt }) => (
          <Entry key={id} beside={on(givenAt)}>
            <span className="block">“{reason}”</span>
            <span className="text-sm text-soft">{from ?? 'A colleague who has moved on'}</span>
          </Entry>
        ))}
      </Part>
      <Part title="Hours as a champion">
        {packet.hours.map((hours) => (
          <Entry key={hours.id} beside={`${hours.promised} h a month agreed`}>
            <span className="block">{hours.squad}</span>
            <span className="text-sm text-soft">{hoursWords(hours)}</span>
          </Entry>
        ))}
      </Part>
      {isAnythingLeftOut(packet) && (
        <p className="max-w-prose text-sm text-soft">
          Parts that nothing was recorded for are left out. Much of what makes others safer is recorded
          nowhere: that is what {packet.part === 'person' ? 'your own words are' : 'the words above are'} for.
        </p>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="mb-1 font-serif text-xl font-semibold">
        {title}
      </h2>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </section>
  );
}

function Entry({ to, beside, children }: { to?: string; beside: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2">
      <div className="min-w-48 flex-1 [overflow-wrap:anywhere]">
        {to ? (
          <Link to={to} className="underline-offset-4 hover:underline">
            {children}
          </Link>
        ) : (
          children
        )}
      </div>
      <span className="text-sm whitespace-nowrap text-soft">{beside}</span>
    </li>
  );
}
