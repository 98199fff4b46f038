import { Form, Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';

import { may } from '#app/accounts/permissions.ts';
import { paths } from '#app/paths.ts';
import type { FrameData } from '#app/root.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { forgetAllKept } from '#app/ui/kept-text.ts';

type Props = { viewer: NonNullable<FrameData['viewer']>; unread: number; demo: boolean };

/** What concerns the viewer themself: whom to turn to from where they are, their notices, and a menu behind their name. */
export function AccountMenu({ viewer, unread, demo }: Props) {
  const { key, pathname, search } = useLocation();
  return (
    <div className="flex items-center gap-1 lg:mt-auto lg:flex-col lg:items-stretch">
      <Link
        to={paths.newConcern(pathname)}
        className="hidden rounded-md px-2.5 py-2 text-sm text-soft hover:bg-sunken hover:text-ink lg:block"
      >
        Raise a concern
      </Link>
      <Link
        to={paths.notices()}
        className="flex items-center justify-between gap-1.5 rounded-md px-2 py-2 text-sm text-soft hover:bg-sunken hover:text-ink lg:px-2.5"
      >
        Notices
        {unread > 0 && (
          <span className="rounded-full bg-accent px-1.5 text-xs leading-5 font-medium text-on-accent">
            {unread}
          </span>
        )}
      </Link>
      <details key={key} className="relative [&[open]>summary]:bg-sunken">
        <summary className="flex list-none items-center gap-2.5 rounded-md p-1 text-sm hover:bg-sunken lg:px-2.5 lg:py-2 [&::-webkit-details-marker]:hidden">
          <Avatar name={viewer.name} className="size-8 text-xs" />
          <span className="sr-only lg:not-sr-only lg:truncate">{viewer.name}</span>
        </summary>
        <div className="absolute right-0 z-10 mt-1 w-60 rounded-lg border border-line bg-surface p-1.5 text-sm shadow-lg lg:right-auto lg:bottom-full lg:mb-1 lg:w-full">
          <p className="truncate px-3 py-2 font-medium lg:hidden">{viewer.name}</p>
          {demo && <MenuLink to={paths.demo(pathname + search)}>See this as somebody else</MenuLink>}
          <MenuLink to={paths.newConcern(pathname)}>Raise a concern</MenuLink>
          <MenuLink to={paths.account()}>Your account</MenuLink>
          {may(viewer, 'change-settings') && <MenuLink to={paths.settings()}>Settings</MenuLink>}
          {may(viewer, 'arrange-channels') && <MenuLink to={paths.channels()}>Channels</MenuLink>}
          {may(viewer, 'see-announcements') && <MenuLink to={paths.announcements()}>Announcements</MenuLink>}
          {may(viewer, 'see-roles') && <MenuLink to={paths.roles()}>Roles</MenuLink>}
          {may(viewer, 'see-messages') && <MenuLink to={paths.messages()}>Mail</MenuLink>}
          {may(viewer, 'read-audit') && <MenuLink to={paths.audit()}>Audit</MenuLink>}
          {/* A new page: the one that is left holds what its reader was shown. */}
          <Form method="post" action={paths.signOut()} reloadDocument onSubmit={forgetAllKept}>
            <button className="w-full cursor-pointer rounded-md px-3 py-2 text-left hover:bg-sunken">
              Sign out
            </button>
          </Form>
        </div>
      </details>
    </div>
  );
}

function MenuLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="block rounded-md px-3 py-2 hover:bg-sunken">
      {children}
    </Link>
  );
}
