import { NavLink } from '@remix-run/react';

import { paths } from '#app/paths.ts';

/** The parts of the room, on top of each of its pages. */
const places = [{ to: paths.reviews(), words: 'Your year' }];

/** The way around the room: a line of links that wraps on a narrow screen. */
export function RecognitionPlaces() {
  return (
    <nav aria-label="Recognition" className="no-print mb-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line">
        {places.map(({ to, words }) => (
          <li key={to}>
            <NavLink
              to={to}
              className="block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
