import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

export type ModuleSums = { key: string; title: string; read: number; passed: number };

const said = ({ read, passed }: ModuleSums, people: number) =>
  `Of ${people.toLocaleString('en')} people ${read.toLocaleString('en')} have read it and ${passed.toLocaleString('en')} have passed`;
const share = (number: number, people: number) =>
  `${people === 0 ? 0 : Math.min(100, (100 * number) / people).toFixed(2)}%`;
export const percent = (number: number, people: number): string =>
  people === 0 ? '–' : `${Math.floor((100 * number) / people)} %`;

/** What the two bars of a picture mean. */
export function ProgressLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      <li className="flex items-center gap-2">
        <svg width="16" height="12" aria-hidden="true">
          <rect y="1" width="16" height="10" rx="2" className="fill-accent-wash stroke-accent" />
        </svg>
        has read it
      </li>
      <li className="flex items-center gap-2">
        <svg width="16" height="12" aria-hidden="true">
          <rect y="1" width="16" height="10" rx="2" className="fill-accent" />
        </svg>
        has passed
      </li>
    </ul>
  );
}

/** A pair of bars for every module: of all people, who has read it and who has passed. The table below says the same. */
export function ProgressBars({ modules, people }: { modules: ModuleSums[]; people: number }) {
  return (
    <ul className="space-y-3">
      {modules.map((module) => (
        <li key={module.key} className="sm:grid sm:grid-cols-[16rem_1fr] sm:items-center sm:gap-4">
          <Link
            to={paths.module(module.key)}
            className="[overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
          >
            {module.title}
          </Link>
          <svg width="100%" height="22" role="img" aria-label={said(module, people)} className="block">
            <title>{said(module, people)}</title>
            <rect width="100%" height="22" rx="3" className="fill-sunken" />
            <rect
              y="0.5"
              width={share(module.read, people)}
              height="21"
              className="fill-accent-wash stroke-accent"
            />
            <rect y="6" width={share(module.passed, people)} height="10" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
