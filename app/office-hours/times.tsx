import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import type { Day } from './overview.server.ts';

/** The times that can be booked, day by day; each leads to its booking. */
export function Times({ days }: { days: Day[] }) {
  return (
    <div className="divide-y divide-line">
      {days.map(({ day, times }) => (
        <section key={day} aria-label={day} className="py-4 first:pt-0 last:pb-0">
          <h3 className="mb-2 font-semibold">
            {day} <span className="text-sm font-normal text-soft">{times[0]?.zone}</span>
          </h3>
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4">
            {times.map(({ at, choice, clock, hosts }) => (
              <li key={at}>
                <Link
                  to={paths.newBooking({ choice })}
                  className="block h-full rounded-md border border-line-strong px-3 py-2 hover:border-accent hover:bg-accent-wash"
                >
                  <span className="block font-medium">{clock}</span>
                  <span className="block text-sm text-soft [overflow-wrap:anywhere]">
                    {hosts.join(' or ')}
                  </span>
                  <span className="sr-only">, {day}: book it</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
