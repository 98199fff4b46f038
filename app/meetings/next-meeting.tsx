import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Listed } from './coming.server.ts';
import { repliesInWords, ReplyForm } from './reply-form.tsx';
import { StateBadge } from './state-badge.tsx';

/** The meeting that comes next, large: when, where, with whom, and whether one comes. */
export function NextMeeting({ meeting, back }: { meeting: Listed; back: 'meetings' | 'home' }) {
  const { id, title, when, place, host, replies, items } = meeting;
  const [date, time] = when.split(', ');
  return (
    <Card aria-labelledby="next-meeting">
      <p className="text-sm text-soft">
        {meeting.state === 'running' ? 'Under way' : 'Next'} <StateBadge {...meeting} />
      </p>
      <h2 id="next-meeting" className="mt-1 font-serif text-xl font-semibold sm:text-2xl">
        <Link to={paths.meeting(id)} className="underline-offset-4 hover:underline">
          {title}
        </Link>
      </h2>
      <p className="mt-2 text-lg">
        {date}
        <span className="block text-soft">{time}</span>
      </p>
      <p className="mt-2 text-sm text-soft">
        {[place, host && `with ${host}`].filter(Boolean).join(' · ') || 'The place follows'}
      </p>
      <div className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 border-t border-line pt-4">
        {meeting.mayAnswer && <ReplyForm {...{ id, title, replies, back }} />}
        <p className="text-sm text-soft">
          {repliesInWords(replies)} · {itemsInWords(items)}
        </p>
        <ButtonLink to={paths.meeting(id)}>{items === 0 ? 'Propose something' : 'See the agenda'}</ButtonLink>
      </div>
    </Card>
  );
}

/** How full an agenda is. */
const itemsInWords = (items: number): string =>
  items === 0
    ? 'nothing on the agenda yet'
    : items === 1
      ? 'one item on the agenda'
      : `${items} items on the agenda`;
