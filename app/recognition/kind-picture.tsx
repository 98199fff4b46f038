import type { ReactElement } from 'react';

import type { ShownKind } from './showing.ts';

const drawn: Record<ShownKind, ReactElement> = {
  // two hands' worth of warmth
  thanks: (
    <path d="M24 39C10 29 7 21 9.5 15.5 12 10 19.5 9.5 24 16c4.5-6.5 12-6 14.5-.500C41 21 38 29 24 39Z" />
  ),
  award: (
    <>
      <path d="m17 27-4 14 11-5 11 5-4-14" />
      <circle cx="24" cy="18" r="11" fill="var(--surface)" />
      <path d="m24 12 1.9 3.9 4.3.6-3.1 3 .7 4.3-3.8-2-3.8 2 .7-4.3-3.1-3 4.3-.600Z" />
    </>
  ),
  // a first leaf
  achievement: (
    <>
      <path d="M24 41V22" />
      <path d="M24 25c-2-8-8-11-15-11 0 8 6 13 15 11Z" />
      <path d="M24 22c1-8 6-13 15-14 1 9-5 15-15 14Z" />
      <path d="M14 41h20" />
    </>
  ),
};

/** What kind of recognition it is, beside the words that say so. */
export function KindPicture({ kind, className = 'size-11' }: { kind: ShownKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="var(--accent-wash)"
      stroke="var(--accent)"
      strokeWidth={2}
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {drawn[kind]}
    </svg>
  );
}
