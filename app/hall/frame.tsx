import { Form, Link, NavLink, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';

import { may } from '#app/accounts/permissions.ts';
import { paths } from '#app/paths.ts';
import type { FrameData } from '#app/root.tsx';
import { useWord } from '#app/ui/here.ts';
import { Said } from './said.tsx';

type Person = NonNullable<FrameData['viewer']>;

/** What stands around every page. */
export function Frame({ frame, children }: { frame: FrameData | null; children: ReactNode }) {
  const viewer = frame?.viewer ?? null;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-2 sm:px-6 sm:py-2">
          <Link to={paths.home()} className="flex items-center gap-2 py-2 font-serif text-lg font-semibold">
            <img src="/favicon.svg" alt="" className="size-6" />
            {frame?.organisation ?? 'Guildhall'}
          </Link>
          {viewer && frame && <Navigation frame={frame} viewer={viewer} />}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6"
      >
        {frame?.flash && <Said flash={frame.flash} />}
        {children}
      </main>
    </div>
  );
}

function Navigation({ frame, viewer }: { frame: FrameData; viewer: Person }) {
  const { Many } = useWord();
  return (
    <>
      <nav
        aria-label="Main"
        className="order-last -mx-2 flex w-full gap-x-1 overflow-x-auto sm:order-none sm:mx-0 sm:w-auto sm:flex-1"
      >
        <Tab to={paths.postmortems()}>{Many}</Tab>
        <Tab to={paths.actionItems()}>Action items</Tab>
        <Tab to={paths.squads()}>Squads</Tab>
        <Tab to={paths.people()}>People</Tab>
      </nav>
      <div className="ml-auto flex items-center gap-1 sm:gap-3">
        <Link to={paths.notices()} className="rounded px-2 py-2 text-sm hover:bg-sunken">
          Notices
          {frame.unread > 0 && (
            <span className="ml-1 rounded-full bg-accent px-1.5 py-0.5 text-on-accent">{frame.unread}</span>
          )}
        </Link>
        <details key={useLocation().key} className="relative [&[open]>summary]:bg-sunken">
          <summary className="max-w-36 truncate rounded px-2 py-2 text-sm hover:bg-sunken sm:max-w-60">
            {viewer.name}
          </summary>
          <div className="absolute right-0 z-10 mt-1 w-56 rounded-md border border-line bg-surface p-2 shadow-lg">
            <MenuLink to={paths.account()}>Your account</MenuLink>
            {may(viewer, 'change-settings') && <MenuLink to={paths.settings()}>Settings</MenuLink>}
            {may(viewer, 'read-audit') && <MenuLink to={paths.audit()}>Audit</MenuLink>}
            <Form method="post" action={paths.signOut()}>
              <button className="w-full cursor-pointer rounded px-3 py-2 text-left hover:bg-sunken">
                Sign out
              </button>
            </Form>
          </div>
        </details>
      </div>
    </>
  );
}

function Tab({ to, children }: { to: string; children: ReactNode }) {
  return (
    <NavLink
      to={to}
      className="border-b-2 border-transparent px-2 py-2 whitespace-nowrap text-sm text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
    >
      {children}
    </NavLink>
  );
}

function MenuLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="block rounded px-3 py-2 hover:bg-sunken">
      {children}
    </Link>
  );
}
