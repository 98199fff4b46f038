import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import type { State } from './action-item.ts';
import { Due, OwnerName, SeverityBadge, StateBadge } from './item-badges.tsx';

export type Listed = {
  id: string;
  statement: string;
  state: State;
  severity: number | null;
  dueAt: number | null;
  ownerName: string | null;
  squadName: string | null;
  ownerWritten: string | null;
  postmortemId?: string;
  postmortemTitle?: string;
};

/** Action items as a table that turns into cards on a narrow screen. */
export function ItemList({ items, now, caption }: { items: Listed[]; now: number; caption: string }) {
  return (
    <table className="block w-full text-left sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden border-b border-line text-sm text-soft sm:table-header-group">
        <tr>
          {['What changes', 'Owner', 'Severity', 'Due', 'State'].map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-medium first:pl-0 last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {items.map((item) => (
          <tr
            key={item.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 sm:table-row sm:align-top"
          >
            <td className="w-full pr-3 sm:w-1/2 sm:py-3">
              <Link
                to={paths.actionItem(item.id)}
                className="line-clamp-3 font-medium [overflow-wrap:anywhere] hover:underline"
              >
                {item.statement}
              </Link>
              {item.postmortemTitle && item.postmortemId && (
                <Link
                  to={paths.postmortem(item.postmortemId)}
                  className="mt-0.5 line-clamp-1 text-sm text-soft hover:underline"
                >
                  {item.postmortemTitle}
                </Link>
              )}
            </td>
            <td className="text-sm sm:px-3 sm:py-3">
              <OwnerName {...item} />
            </td>
            <td className="text-sm sm:px-3 sm:py-3">
              <SeverityBadge severity={item.severity} />
            </td>
            <td className="text-sm sm:px-3 sm:py-3">
              <Due item={item} now={now} />
            </td>
            <td className="text-sm sm:py-3 sm:pl-3">
              <StateBadge state={item.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
