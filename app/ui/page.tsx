import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

/** The head of a page: what this is, and the one or two things it is for. */
export function PageHead({
  title,
  lead,
  actions,
  above,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
}) {
  return (
    <header className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="max-w-3xl min-w-0 flex-1 basis-72">
        {above && <p className="mb-2.5 text-sm text-soft">{above}</p>}
        <h1 className="font-serif text-2xl leading-tight sm:text-3xl font-semibold text-balance [overflow-wrap:anywhere]">
          {title}
        </h1>
        {lead && <p className="mt-2 text-soft sm:text-lg">{lead}</p>}
      </div>
      {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The way up, above the title of a page that is part of another. */
export function Up({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-accent underline-offset-4 [overflow-wrap:anywhere] hover:underline">
      <span aria-hidden="true">← </span>
      {children}
    </Link>
  );
}

/** A raised sheet of paper. */
export function Card({
  children,
  className = '',
  ...rest
}: {
  children: ReactNode;
  className?: string;
  id?: string;
  'aria-labelledby'?: string;
  'aria-label'?: string;
}) {
  return (
    <section {...rest} className={`rounded-lg border border-line bg-surface p-5 sm:p-6 ${className}`}>
      {children}
    </section>
  );
}

/** What an empty page says: what would stand here, and how it comes to be. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <p className="font-serif text-xl font-semibold">{title}</p>
      <div className="mx-auto mt-2 max-w-prose text-soft">{children}</div>
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
