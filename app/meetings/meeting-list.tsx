import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import type { Listed } from './coming.server.ts';
import { repliesInWords } from './reply-form.tsx';
import { StateBadge } from './state-badge.tsx';
import { answerWords } from './meeting.ts';

/** Meetings one below the other, each with when, where and what is out of the ordinary. */
export function MeetingList({ meetings, isPast = false }: { meetings: Listed[]; isPast?: boolean }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {meetings.map((meeting) => (
        <li
          key={meeting.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3.5"
        >
          <div className="min-w-0">
            <Link
              to={paths.meeting(meeting.id)}
              className="font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline"
            >
              {meeting.title}
            </Link>{' '}
            <StateBadge {...meeting} />
            <p className={`text-sm text-soft ${meeting.state === 'skipped' ? 'line-through' : ''}`}>
              {meeting.when}
              {meeting.place && ` · ${meeting.place}`}
            </p>
          </div>
          <p className="text-sm text-soft">{isPast ? pastWords(meeting) : comingWords(meeting)}</p>
        </li>
      ))}
    </ul>
  );
}

function comingWords({ state, replies, items }: Listed): string {
  if (state === 'skipped') return 'Does not take place';
  if (replies.own) return `You said ${answerWords[replies.own].toLowerCase()}`;
  if (items > 0) return `${items} on the agenda`;
  return replies.yes + replies.maybe + replies.no > 0 ? repliesInWords(replies) : '';
}

const pastWords = ({ state, hasMinutes }: Listed): string =>
  state === 'skipped' ? 'Did not take place' : hasMinutes ? 'Minutes' : '';
