import { paths } from '#app/paths.ts';

import type { State } from './coverage.ts';
import { Sign } from './coverage-signs.tsx';
import { squareTitle, stateWords } from './coverage-words.ts';

export type Square = { id: string; name: string; state: State; days: number | null };
export type MapArea = { name: string; withChampion: number; asked: number; squads: Square[] };

/** So few squads are shown with their names; so many in smaller squares. */
const NAMED = 40;
const LARGE = 120;
const COLUMNS = 8;
const GAP = 4;

/**
 * Every squad as a square, by area. Where squares have no names, they are links for a mouse or a finger, and the table
 * below has the same links for the keyboard: nobody has to step through hundreds of squares to reach it.
 */
export function CoverageMap({ areas }: { areas: MapArea[] }) {
  const squads = areas.reduce((sum, area) => sum + area.squads.length, 0);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-6">
      {areas.map(({ name, withChampion, asked, ...area }) => {
        const said = asked === 0 ? 'needs none' : `${withChampion} of ${asked} have a champion`;
        return (
          <figure key={name} className="max-w-80">
            <figcaption className="mb-1.5">
              <span className="block font-medium [overflow-wrap:anywhere]">{name}</span>
              <span className="block text-sm text-soft">{said}</span>
            </figcaption>
            {squads <= NAMED ? (
              <Names squads={area.squads} />
            ) : (
              <Squares squads={area.squads} size={squads <= LARGE ? 26 : 20} label={`${name}: ${said}`} />
            )}
          </figure>
        );
      })}
    </div>
  );
}

function Names({ squads }: { squads: Square[] }) {
  return (
    <ul className="space-y-1.5">
      {squads.map((squad) => (
        <li key={squad.id}>
          <a
            href={paths.squad(squad.id)}
            title={squareTitle(squad)}
            className="flex items-center gap-2.5 underline-offset-4 hover:underline"
          >
            <svg
              width="26"
              height="26"
              role="img"
              aria-label={`${stateWords[squad.state]}:`}
              className="shrink-0"
            >
              <Sign state={squad.state} size={26} />
            </svg>
            <span className="[overflow-wrap:anywhere]">{squad.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Squares({ squads, size, label }: { squads: Square[]; size: number; label: string }) {
  const step = size + GAP;
  const columns = Math.min(COLUMNS, squads.length);
  const [width, height] = [columns * step - GAP, Math.ceil(squads.length / columns) * step - GAP];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {squads.map((squad, at) => (
        <a key={squad.id} href={paths.squad(squad.id)} tabIndex={-1} className="hover:opacity-70">
          <title>{squareTitle(squad)}</title>
          <Sign
            state={squad.state}
            size={size}
            x={(at % columns) * step}
            y={Math.floor(at / columns) * step}
          />
        </a>
      ))}
    </svg>
  );
}
