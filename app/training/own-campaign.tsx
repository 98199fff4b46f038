import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

import type { CampaignState } from './campaign.ts';

type Lesson = {
  key: string;
  there: boolean;
  title: string;
  minutes: number | null;
  passedAt: number | null;
};
type Props = {
  lessons: Lesson[];
  own: { completedAt: number | null } | null;
  state: CampaignState;
  closesAt: number;
  countsFrom: number;
  arranges: boolean;
  zone: string;
};

function lead({ lessons, own, state, closesAt, zone }: Props): string {
  if (own?.completedAt != null) return `You are through since ${day(own.completedAt, zone)}. Thank you.`;
  if (!own) return 'You are not asked. The lessons are open to everybody all the same.';
  if (state !== 'open') return 'This campaign asks for nothing any more. The lessons stay open to you.';
  const left = lessons.filter(({ there, passedAt }) => there && passedAt === null);
  const minutes = left.reduce((sum, lesson) => sum + (lesson.minutes ?? 0), 0);
  const what = left.length === 1 ? 'One lesson is' : `${left.length} lessons are`;
  return left.length === 0
    ? 'You have passed everything. That is noted within a few minutes.'
    : `${what} left, about ${minutes} minutes, until ${day(closesAt - 1, zone)}.`;
}

/** The lessons of a campaign, and how the one who looks stands with each. */
export function OwnCampaign(props: Props) {
  const { lessons, countsFrom, arranges, zone } = props;
  return (
    <Card aria-labelledby="lessons">
      <h2 id="lessons" className="font-serif text-xl font-semibold">
        {props.own ? 'What it asks of you' : 'What it asks for'}
      </h2>
      <p className="mt-1 mb-3 text-soft">{lead(props)}</p>
      <ul className="divide-y divide-line border-t border-line">
        {lessons.map(({ key, there, title, minutes, passedAt }) => (
          <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0">
              {there ? (
                <Link
                  to={paths.module(key)}
                  className="[overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
                >
                  {title}
                </Link>
              ) : (
                <span className="[overflow-wrap:anywhere]">
                  {arranges ? key : 'A lesson that is no longer there'}
                </span>
              )}
              {minutes !== null && <span className="ml-2 text-sm text-soft">{minutes} min</span>}
            </span>
            {passedAt !== null ? (
              <Badge tone="good">Passed {day(passedAt, zone)}</Badge>
            ) : there ? (
              props.own && <Badge>Not passed yet</Badge>
            ) : (
              <Badge tone={arranges ? 'warn' : 'plain'}>Taken out, not asked for</Badge>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-soft">
        Passes since {day(countsFrom, zone)} count. Your own answers and scores stay yours: others see sums.
      </p>
    </Card>
  );
}
