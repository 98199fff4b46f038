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
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-3xl">
        {above && <p className="mb-1 text-sm text-soft">{above}</p>}
        <h1 className="font-serif text-3xl leading-tight font-semibold text-balance [overflow-wrap:anywhere]">
          {title}
        </h1>
        {lead && <p className="mt-2 text-lg text-soft">{lead}</p>}
      </div>
      {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
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
