import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';
import type { FrameData } from '#app/root.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Places } from './places.tsx';
import { Said } from './said.tsx';

/**
 * What stands around every page. For somebody who is signed in, the places stand at the side of a wide screen and
 * under the name of the house on a narrow one; everybody else sees the name alone.
 */
export function Frame({ frame, children }: { frame: FrameData | null; children: ReactNode }) {
  const viewer = frame?.viewer ?? null;
  return (
    <div className={`flex min-h-dvh flex-col ${viewer ? 'lg:flex-row' : ''}`}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <header
        className={`no-print flex flex-wrap items-center gap-x-2 border-b border-line bg-surface px-4 pt-1 sm:px-6 ${
          viewer
            ? 'lg:sticky lg:top-0 lg:h-dvh lg:w-56 lg:shrink-0 lg:flex-col lg:flex-nowrap lg:items-stretch lg:gap-y-4 lg:overflow-y-auto lg:border-r lg:border-b-0 lg:p-3'
            : 'pb-1'
        }`}
      >
        <Link
          to={paths.home()}
          className="flex min-w-0 flex-1 items-center gap-2.5 py-2 lg:flex-none lg:px-2.5"
        >
          <img src="/favicon.svg" alt="" className="size-6 shrink-0" />
          <span className="line-clamp-1 font-serif text-lg leading-snug font-semibold [overflow-wrap:anywhere] lg:line-clamp-3">
            {frame?.organisation ?? 'Guildhall'}
          </span>
        </Link>
        {viewer && <Places />}
        {viewer && <AccountMenu viewer={viewer} unread={frame!.unread} demo={frame!.demo} />}
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-8 outline-none sm:px-6 lg:p-8 2xl:p-10">
        <div className="mx-auto max-w-6xl">
          {frame?.flash && <Said flash={frame.flash} />}
          {children}
        </div>
      </main>
    </div>
  );
}
