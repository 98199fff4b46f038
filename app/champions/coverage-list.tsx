import { paths } from '#app/paths.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { day } from '#app/ui/time.ts';
import { usePlainLinks } from '#app/ui/plain-links.ts';

import type { Covered, State } from './coverage.ts';
import {
  championsWords,
  counted,
  criticalityWords,
  NO_AREA_WORDS,
  stateWords,
  successorWords,
} from './coverage-words.ts';

const tones: Record<State, Tone> = {
  covered: 'good',
  short: 'warn',
  waived: 'plain',
  without: 'alert',
  'none-needed': 'plain',
};

/** The looks of all rows stand here once. */
const looks = [
  'block w-full text-left text-sm sm:table',
  '[&_tr]:block [&_tr]:border-b [&_tr]:border-line [&_tr]:py-3 sm:[&_tr]:table-row sm:[&_tr]:align-top',
  '[&_td]:inline-block [&_td]:pr-4 sm:[&_td]:table-cell sm:[&_td]:px-3 sm:[&_td]:py-2.5',
  '[&_td:first-child]:block sm:[&_td:first-child]:table-cell sm:[&_td:first-child]:pl-0 sm:[&_td:last-child]:pr-0',
  '[&_a]:text-accent [&_a]:underline-offset-4 [&_a:hover]:underline',
  '[&_small]:text-sm [&_small]:text-soft [&_td:first-child_a]:text-base [&_td:first-child_a]:font-medium',
  '[&_td:first-child]:wrap-anywhere [&_td:first-child_small]:block sm:[&_i]:hidden [&_i]:not-italic [&_i]:text-soft',
].join(' ');

/** Squads as a table that turns into cards on a narrow screen. */
export function CoverageList({ squads, mayWaive }: { squads: Covered[]; mayWaive: boolean }) {
  return (
    <table className={looks} ref={usePlainLinks<HTMLTableElement>()}>
      <caption className="sr-only">Squads, those longest without a champion first</caption>
      <thead className="hidden text-soft sm:table-header-group">
        <tr>
          {['Squad', 'Coverage', 'Champions', 'Developers', 'Would follow', ''].map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium first:pl-0 last:pr-0">
              {head || <span className="sr-only">More</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {squads.map((squad) => (
          <tr key={squad.id}>
            <td>
              <a href={paths.squad(squad.id)}>{squad.name}</a>
              <small>
                {squad.area ?? NO_AREA_WORDS}
                {squad.criticality !== null && ` · ${criticalityWords[squad.criticality]}`}
              </small>
            </td>
            <td>
              <Badge tone={tones[squad.state]}>{stateWords[squad.state]}</Badge> <Since squad={squad} />
            </td>
            <td>
              {championsWords(squad)} <i>{squad.champions === 1 ? 'champion' : 'champions'}</i>
              {squad.withoutTime > 0 && <small> {squad.withoutTime} without agreed hours</small>}
            </td>
            <td>
              {squad.developers} <i>developers</i>
            </td>
            <td>
              {squad.successor && <i>Would follow: </i>}
              {successorWords(squad)}
            </td>
            <td>
              <a
                href={paths.squadCoverage(squad.id)}
                aria-label={`${mayWaive ? 'Waive' : 'More on'} ${squad.name}`}
              >
                {mayWaive ? 'Waive' : 'More'}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Since({ squad: { state, vacancy, waivedUntil } }: { squad: Covered }) {
  if (state === 'waived' && waivedUntil !== null) return <small>until {day(waivedUntil)}</small>;
  if (state === 'without' && vacancy) return <small>{counted(vacancy.days, 'day')}</small>;
  return null;
}
