import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { type Pile, piles, pileWords } from './list.ts';

/** The piles to choose from, and how many wait for an answer of this person. */
export function Piles({ pile, waiting }: { pile: Pile; waiting: number }) {
  return (
    <nav aria-label="Which concerns" className="mb-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line">
        {piles.map((one) => (
          <li key={one}>
            <Link
              to={paths.concerns(one)}
              aria-current={one === pile ? 'page' : undefined}
              className="block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {pileWords[one]}
              {one === 'with-me' && waiting > 0 && ` (${waiting})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
