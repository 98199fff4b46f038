import { day } from '#app/ui/time.ts';

import type { State } from './enrolment.ts';

type Way = {
  state: State;
  appliedAt: number;
  agreedAt: number | null;
  activeAt: number | null;
  endedAt: number | null;
};

const ends: Partial<Record<State, string>> = {
  declined: 'Not agreed for now',
  withdrawn: 'Withdrawn',
  'stepped-down': 'Stepped down, with thanks',
};

/** The way from the application to the end, each place with its date: what is behind, where it stands, what is ahead. */
export function PathOfSteps({ way, zone }: { way: Way; zone: string }) {
  const { state, appliedAt, agreedAt, activeAt, endedAt } = way;
  const places = [
    { name: 'Applied', at: appliedAt, here: state === 'applied' },
    { name: 'Time agreed', at: agreedAt, here: false },
    { name: 'Onboarding', at: activeAt ?? null, here: state === 'onboarding' },
    { name: 'Champion', at: activeAt, here: state === 'active' },
  ];
  const end = ends[state];
  const walked = end ? places.filter(({ at }) => at !== null) : places;
  const all = end ? [...walked, { name: end, at: endedAt, here: true }] : walked;
  return (
    <ol className="flex flex-col sm:flex-row" aria-label="The way">
      {all.map(({ name, at, here }, place) => {
        const done = at !== null && !here;
        return (
          <li
            key={name}
            aria-current={here ? 'step' : undefined}
            className="relative flex flex-1 gap-3 pb-4 last:pb-0 sm:block sm:pb-0"
          >
            {place < all.length - 1 && (
              <span
                aria-hidden="true"
                className={`absolute top-6 bottom-0 left-3 w-0.5 -translate-x-1/2 sm:top-3 sm:right-0 sm:bottom-auto sm:left-6 sm:h-0.5 sm:w-auto sm:translate-x-0 sm:-translate-y-1/2 ${all[place + 1]!.at !== null || all[place + 1]!.here ? 'bg-accent' : 'bg-line'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`relative grid size-6 shrink-0 place-items-center rounded-full border-2 text-xs font-bold ${
                here
                  ? 'border-accent bg-accent-wash text-accent'
                  : done
                    ? 'border-accent bg-accent text-on-accent'
                    : 'border-line-strong bg-surface text-soft'
              }`}
            >
              {here ? '●' : done ? '✓' : ''}
            </span>
            <div className="sm:mt-2 sm:pr-3">
              <p className={here ? 'font-semibold' : done ? '' : 'text-soft'}>
                {name}
                <span className="sr-only">{here ? ' (here)' : done ? ' (done)' : ' (ahead)'}</span>
              </p>
              {at !== null && name !== 'Onboarding' && <p className="text-sm text-soft">{day(at, zone)}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
