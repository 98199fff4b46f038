import { NavLink } from '@remix-run/react';

import { paths } from '#app/paths.ts';

const places = [
  { to: paths.recognition(), words: 'The wall' },
  { to: paths.ownRecognition(), words: 'Yours' },
  { to: paths.awards(), words: 'Awards' },
  { to: paths.rewards(), words: 'Rewards' },
  { to: paths.reviews(), words: 'Your year' },
  { to: paths.recognitionRules(), words: 'Rules' },
];

/** The way around the room, on top of its pages: a line of links that wraps on a narrow screen. */
export function RecognitionPlaces() {
  return (
    <nav aria-label="Recognition" className="no-print mb-6">
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {places.map(({ to, words }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === paths.recognition()}
              className="-mb-px block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
