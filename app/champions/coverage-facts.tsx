import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';

import { asQuery, type Lack } from './coverage-lacks.ts';
import { counted, ratioWords, vacantFor } from './coverage-words.ts';
import { monthWords } from './hours.ts';

export type Facts = {
  developers: number;
  champions: number;
  withoutTime: number;
  withoutSuccessor: number;
  waived: number;
  longest: { id: string; name: string; days: number } | null;
  hours: { month: string; people: number; told: number; promised: number; reported: number } | null;
};

const link = 'text-accent underline underline-offset-4';

function To({ lack, children }: { lack: Lack; children: ReactNode }) {
  return (
    <Link to={`${paths.coverage()}${asQuery({ area: '', lack })}#squads`} className={link}>
      {children}
    </Link>
  );
}

/** The figures beside the picture, as sentences; what is nothing to speak of is left out. */
export function CoverageFacts({ facts }: { facts: Facts }) {
  const { longest, withoutTime, withoutSuccessor, waived, hours } = facts;
  const ratio = ratioWords(facts);
  return (
    <ul className="list-disc space-y-1.5 pl-5 marker:text-soft">
      {ratio && <li>{ratio}.</li>}
      {longest && (
        <li>
          The longest without a champion is{' '}
          <Link to={paths.squad(longest.id)} className={link}>
            {longest.name}
          </Link>
          , {vacantFor(longest.days)}.
        </li>
      )}
      {withoutTime > 0 && (
        <li>
          <To lack="time">{counted(withoutTime, 'champion')}</To> {withoutTime === 1 ? 'has' : 'have'} no
          agreed hours yet.
        </li>
      )}
      {withoutSuccessor > 0 && (
        <li>
          <To lack="successor">{counted(withoutSuccessor, 'squad')}</To>{' '}
          {withoutSuccessor === 1 ? 'has' : 'have'} one champion, and nobody who would follow.
        </li>
      )}
      {waived > 0 && (
        <li>
          <To lack="waived">{counted(waived, 'squad')}</To> {waived === 1 ? 'is' : 'are'} waived for now, for
          a reason and until a day.
        </li>
      )}
      {hours && (
        <li>
          In {monthWords(hours.month)}, {counted(hours.told, 'champion')} reported{' '}
          {counted(Math.round(hours.reported), 'hour')}; {counted(hours.people, 'champion')} had agreed{' '}
          {counted(hours.promised, 'hour')}.
        </li>
      )}
    </ul>
  );
}
