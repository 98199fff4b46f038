import { isOverdue, type State, stateWords } from '../../../app/action-items/action-item.ts';
import { badge, day, e, severityBadge, tones } from './html.ts';

export type Item = {
  id: string;
  statement: string;
  severity: number | null;
  state: State;
  dueAt: number | null;
  ownerWritten: string | null;
  ownerName: string | null;
  squadName: string | null;
  postmortemId?: string;
  postmortemTitle?: string;
};

const stateTones: Record<State, string> = {
  imported: tones.warn,
  open: tones.accent,
  done: tones.accent,
  verified: tones.good,
  dropped: tones.plain,
};

function due(item: Item, now: number): string {
  if (item.dueAt === null) return '<span class="text-soft">No date</span>';
  const overdue = isOverdue(item, now);
  return `<span class="${overdue ? 'font-medium text-alert' : ''}"><time dateTime="${new Date(item.dueAt).toISOString()}">${day(item.dueAt)}</time>${overdue ? ' · past its date' : ''}</span>`;
}

function owner({ ownerName, squadName, ownerWritten }: Item): string {
  const known = ownerName ?? squadName;
  if (known) return e(known);
  return `<span class="text-warn">${ownerWritten ? `Needs an owner (document says ${e(ownerWritten)})` : 'Needs an owner'}</span>`;
}

const heads = ['What changes', 'Owner', 'Severity', 'Due', 'State']
  .map((text) => `<th scope="col" class="px-3 py-2 font-medium first:pl-0 last:pr-0">${text}</th>`)
  .join('');

/** Action items as the app's item-list.tsx shows them. */
export function itemTable(items: Item[], caption: string): string {
  const now = Date.now();
  let rows = '';
  for (const item of items) {
    const from = item.postmortemTitle
      ? `<a class="mt-0.5 line-clamp-1 text-sm text-soft hover:underline" href="/postmortems/${item.postmortemId}">${e(item.postmortemTitle)}</a>`
      : '';
    rows += `<tr class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 sm:table-row sm:align-top"><td class="w-full pr-3 sm:w-1/2 sm:py-3"><a class="line-clamp-3 font-medium [overflow-wrap:anywhere] hover:underline" href="/action-items/${item.id}">${e(item.statement)}</a>${from}</td><td class="text-sm sm:px-3 sm:py-3">${owner(item)}</td><td class="text-sm sm:px-3 sm:py-3">${severityBadge(item.severity)}</td><td class="text-sm sm:px-3 sm:py-3">${due(item, now)}</td><td class="text-sm sm:py-3 sm:pl-3">${badge(stateTones[item.state], stateWords[item.state])}</td></tr>`;
  }
  return `<table class="block w-full text-left sm:table"><caption class="sr-only">${caption}</caption><thead class="hidden border-b border-line text-sm text-soft sm:table-header-group"><tr>${heads}</tr></thead><tbody class="block sm:table-row-group">${rows}</tbody></table>`;
}
