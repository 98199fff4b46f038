import { paths } from '#app/paths.ts';
import { usePlainLinks } from '#app/ui/plain-links.ts';

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
  postmortemId?: string | null;
  postmortemTitle?: string | null;
  meetingId?: string | null;
  meetingTitle?: string | null;
};

/** The rows' looks stand here once, on the table: said again on every cell, they would be most of the page. */
const looks = [
  'block w-full text-left sm:table',
  '[&_td]:text-sm sm:[&_td]:px-3 sm:[&_td]:py-3',
  '[&_td:first-child]:w-full [&_td:first-child]:text-base sm:[&_td:first-child]:w-1/2 sm:[&_td:first-child]:pl-0',
  'sm:[&_td:last-child]:pr-0',
  '[&_tr]:flex [&_tr]:flex-wrap [&_tr]:items-center [&_tr]:gap-x-4 [&_tr]:gap-y-1 [&_tr]:border-b',
  '[&_tr]:border-line [&_tr]:py-3 sm:[&_tr]:table-row sm:[&_tr]:align-top',
  '[&_a]:line-clamp-3 [&_a]:font-medium [&_a]:wrap-anywhere [&_a:hover]:underline',
  '[&_a+a]:mt-0.5 [&_a+a]:line-clamp-1 [&_a+a]:text-sm [&_a+a]:font-normal [&_a+a]:text-soft',
].join(' ');

/** Action items as a table that turns into cards on a narrow screen. */
export function ItemList({ items, now, caption }: { items: Listed[]; now: number; caption: string }) {
  return (
    <table className={looks} ref={usePlainLinks<HTMLTableElement>()}>
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden text-sm text-soft sm:table-header-group">
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
          <tr key={item.id}>
            <td>
              <a href={paths.actionItem(item.id)}>{item.statement}</a>
              {item.postmortemTitle && item.postmortemId && (
                <a href={paths.postmortem(item.postmortemId)}>{item.postmortemTitle}</a>
              )}
              {item.meetingTitle && item.meetingId && (
                <a href={paths.meeting(item.meetingId)}>{item.meetingTitle}</a>
              )}
            </td>
            <td>
              <OwnerName {...item} />
            </td>
            <td>
              <SeverityBadge severity={item.severity} />
            </td>
            <td>
              <Due item={item} now={now} />
            </td>
            <td>
              <StateBadge state={item.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
