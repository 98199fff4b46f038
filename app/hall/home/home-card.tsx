import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { Card } from '#app/ui/page.tsx';

/** One card of the start page: what it is about, and the lines in it or what would stand here. */
export function HomeCard({
  id,
  title,
  empty,
  wide = false,
  more,
  children,
}: {
  id: string;
  title: string;
  /** said where there are no lines */
  empty?: ReactNode;
  wide?: boolean;
  more?: { to: string; words: string } | false;
  children?: ReactNode[];
}) {
  return (
    <Card aria-labelledby={id} className={wide ? 'lg:col-span-2' : ''}>
      <h2 id={id} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      {children && children.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">{children}</ul>
      ) : (
        empty && <div className="mt-2 text-soft">{empty}</div>
      )}
      {more && (
        <p className="mt-3 text-sm">
          <Link to={more.to} className="text-accent underline underline-offset-4">
            {more.words}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** A line of a card: something that leads somewhere, and a word or two beside it. */
export function HomeLine({ to, children, beside }: { to: string; children: ReactNode; beside?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <Link to={to} className="line-clamp-2 min-w-48 flex-1 hover:underline">
        {children}
      </Link>
      {beside}
    </li>
  );
}
