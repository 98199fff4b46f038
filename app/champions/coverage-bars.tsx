import { paths } from '#app/paths.ts';

import type { State } from './coverage.ts';
import { asQuery } from './coverage-lacks.ts';
import { Bar } from './coverage-signs.tsx';
import { stateWords } from './coverage-words.ts';

export type BarArea = Record<State, number> & {
  name: string;
  /** as it stands in an address; null where a bar stands for several areas */
  filter: string | null;
  squads: number;
  asked: number;
  withChampion: number;
};

const columns = ['covered', 'short', 'waived', 'without'] as const;

const said = (area: BarArea) =>
  `${area.name}: ${columns
    .filter((state) => area[state] > 0)
    .map((state) => `${stateWords[state].toLowerCase()} ${area[state]}`)
    .join(', ')}`;

/** Areas as bars with their figures, each a way to its squads: for more squads than anybody looks through one by one. */
export function CoverageBars({ areas }: { areas: BarArea[] }) {
  const most = Math.max(1, ...areas.map(({ filter, squads }) => (filter === null ? 0 : squads)));
  return (
    <table className="block w-full text-sm sm:table">
      <caption className="sr-only">Squads by area, and how they are covered</caption>
      <thead className="hidden text-left text-soft sm:table-header-group">
        <tr>
          <th scope="col" className="py-1 pr-4 font-medium">
            Area
          </th>
          <th scope="col" className="w-1/2 font-medium">
            <span className="sr-only">Picture</span>
          </th>
          {columns.map((state) => (
            <th key={state} scope="col" className="py-1 pl-4 text-right font-medium">
              {stateWords[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {areas.map((area) => (
          <tr key={area.filter} className="block py-1.5 sm:table-row sm:[&>*]:py-1">
            <th scope="row" className="block text-left font-medium sm:table-cell sm:pr-4">
              {area.filter === null ? (
                area.name
              ) : (
                <a
                  href={`${paths.coverage()}${asQuery({ area: area.filter, lack: '' })}#squads`}
                  className="[overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
                >
                  {area.name}
                </a>
              )}
              <span className="ml-2 font-normal text-soft sm:hidden">
                {area.withChampion} of {area.asked} have a champion
              </span>
            </th>
            <td className="block sm:table-cell sm:align-middle">
              <Bar counts={area} most={area.filter === null ? area.squads : most} label={said(area)} />
            </td>
            {columns.map((state) => (
              <td key={state} className="hidden pl-4 text-right tabular-nums sm:table-cell">
                {area[state] === 0 ? <span className="text-soft">0</span> : area[state].toLocaleString('en')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
