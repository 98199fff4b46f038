import type { ReactNode } from 'react';

import { type State, states } from './coverage.ts';
import { stateWords } from './coverage-words.ts';

/** How a stretch of a bar is filled: a colour, and a pattern that tells it from the others without one. */
const fills: Record<State, { fill?: string; className: string }> = {
  covered: { className: 'fill-good' },
  short: { fill: 'url(#too-few)', className: 'stroke-warn' },
  waived: { fill: 'url(#waived)', className: 'stroke-line-strong' },
  without: { className: 'fill-alert-wash stroke-alert' },
  'none-needed': { className: 'fill-none stroke-line-strong [stroke-dasharray:2_3]' },
};

/** The frame of a sign, and what is drawn into it. */
const frames: Record<State, { fill?: string; className: string }> = {
  covered: { className: 'fill-good stroke-good' },
  short: { className: 'fill-warn-wash stroke-warn' },
  waived: { fill: 'url(#waived)', className: 'stroke-line-strong' },
  without: { className: 'fill-alert-wash stroke-alert' },
  'none-needed': { className: 'fill-none stroke-line-strong [stroke-dasharray:3_3]' },
};
const marks: Record<State, ReactNode> = {
  covered: <path d="M5.5 10.5l3 3 6-7" className="fill-none stroke-surface" strokeWidth="2.2" />,
  short: <path d="M2 18L18 2v16z" className="fill-warn" />,
  waived: null,
  without: <path d="M6 6l8 8M14 6l-8 8" className="stroke-alert" strokeWidth="2" />,
  'none-needed': <circle cx="10" cy="10" r="1.5" className="fill-line-strong" />,
};

/** Symbols and patterns that the pictures of a page refer to; once a page, before the pictures. */
export function Signs() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="too-few" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="fill-warn-wash" />
          <rect width="3" height="6" className="fill-warn" />
        </pattern>
        <pattern id="waived" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-sunken" />
          <rect width="1.5" height="5" className="fill-line-strong" />
        </pattern>
      </defs>
      {states.map((state) => (
        <symbol key={state} id={`sign-${state}`} viewBox="0 0 20 20">
          <rect x="1" y="1" width="18" height="18" rx="3" strokeWidth="2" {...frames[state]} />
          {marks[state]}
        </symbol>
      ))}
    </svg>
  );
}

/** A state as its sign: a square of this size. Says nothing by itself: words stand beside it. */
export const Sign = ({ state, size, x, y }: { state: State; size: number; x?: number; y?: number }) => (
  <use href={`#sign-${state}`} width={size} height={size} x={x} y={y} />
);

/** What the signs mean, of those that occur. */
export function Legend({ counts }: { counts: Record<State, number> }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {states.toReversed().map(
        (state) =>
          counts[state] > 0 && (
            <li key={state} className="flex items-center gap-2">
              <svg width="16" height="16" aria-hidden="true">
                <Sign state={state} size={16} />
              </svg>
              {stateWords[state]}
              <span className="text-soft">{counts[state].toLocaleString('en')}</span>
            </li>
          ),
      )}
    </ul>
  );
}

const inBars = ['covered', 'short', 'waived', 'without', 'none-needed'] as const;

/** Squads by state as one bar; `most` is how many fill the whole width. */
export function Bar({ counts, most, label }: { counts: Record<State, number>; most: number; label: string }) {
  const share = (squads: number) => `${((100 * squads) / most).toFixed(2)}%`;
  const before = (at: number) => inBars.slice(0, at).reduce((sum, state) => sum + counts[state], 0);
  return (
    <svg width="100%" height="18" role="img" aria-label={label} className="block overflow-visible">
      <title>{label}</title>
      {inBars.map(
        (state, at) =>
          counts[state] > 0 && (
            <rect
              key={state}
              x={share(before(at))}
              y="1"
              width={share(counts[state])}
              height="16"
              {...fills[state]}
            />
          ),
      )}
    </svg>
  );
}
