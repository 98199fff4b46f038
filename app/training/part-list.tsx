import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

export type ListedPart = { key: string; heading: string; isRead: boolean };

/** The parts of a lesson, what is read of them, and where somebody is. */
export function PartList({ module, parts, here }: { module: string; parts: ListedPart[]; here?: string }) {
  return (
    <ol className="space-y-0.5">
      {parts.map(({ key, heading, isRead }, at) => (
        <li key={key}>
          <Link
            to={paths.modulePart(module, key)}
            aria-current={key === here ? 'page' : undefined}
            className="flex items-start gap-3 rounded-md px-2 py-2 hover:bg-sunken aria-[current]:bg-accent-wash aria-[current]:font-medium"
          >
            <span
              aria-hidden="true"
              className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border text-xs font-bold ${
                isRead ? 'border-accent bg-accent text-on-accent' : 'border-line-strong text-soft'
              }`}
            >
              {isRead ? '✓' : at + 1}
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {heading}
              {isRead && <span className="sr-only"> (read)</span>}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
