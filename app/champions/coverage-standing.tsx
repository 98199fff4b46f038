import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

import type { Covered, Standing } from './coverage.ts';
import { counted, successorWords, vacantFor } from './coverage-words.ts';

const tones: Record<Standing['state'], Tone> = { met: 'good', short: 'alert', waived: 'plain' };

const standingWords = ({ state, short, waivedUntil }: Standing): string =>
  state === 'met' ? 'Met' : state === 'short' ? `${short} more to find` : `Waived until ${day(waivedUntil!)}`;

const asksFor = ({ policy, needed }: Standing): string =>
  policy === 'per-squad'
    ? 'One champion in every squad'
    : `${counted(needed, 'champion')} for so many developers`;

/** How one squad stands against each policy, since when it is without a champion, and who would follow. */
export function SquadStanding({ squad }: { squad: Covered }) {
  const { standings, champions, developers, onboarding, withoutTime, vacancy, successor } = squad;
  return (
    <Card aria-labelledby="standing">
      <h2 id="standing" className="mb-3 font-serif text-xl font-semibold">
        How it stands
      </h2>
      <ul className="mb-4 list-disc space-y-1 pl-5 marker:text-soft">
        <li>
          {counted(developers, 'developer')}, {counted(champions, 'champion')}
          {onboarding > 0 && `, ${onboarding} on the way`}
        </li>
        {vacancy && (
          <li>
            Without a champion {vacantFor(vacancy.days)} (since {day(vacancy.since)})
          </li>
        )}
        {withoutTime > 0 && <li>{counted(withoutTime, 'champion')} without agreed hours</li>}
        {successor && <li>Would follow: {successorWords(squad).toLowerCase()}</li>}
      </ul>
      {standings.length === 0 ? (
        <p className="text-soft">Nobody develops in this squad, so nothing is asked of it.</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {standings.map((standing) => (
            <li key={standing.policy} className="flex flex-wrap items-baseline justify-between gap-3 py-2.5">
              {asksFor(standing)}
              <Badge tone={tones[standing.state]}>{standingWords(standing)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
