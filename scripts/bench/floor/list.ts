import { stateWords } from '../../../app/action-items/action-item.ts';
import { reader, visible } from './database.ts';
import { frame, head, type Option, plainButton, select, severityOptions } from './html.ts';
import { type Item, itemTable } from './items.ts';
import type { Viewer } from './viewer.ts';

const PAGE = 50;

/** The question of app/action-items/list.server.ts, with a state and a severity to narrow it. */
const listed = reader.prepare(`
  select action_items.id, action_items.statement, action_items.severity, action_items.state,
    action_items.due_at as dueAt, action_items.due_order as dueOrder, action_items.owner_written as ownerWritten,
    people.name as ownerName, squads.name as squadName,
    action_items.postmortem_id as postmortemId, postmortems.title as postmortemTitle
  from action_items
  inner join postmortems on postmortems.id = action_items.postmortem_id
  left join people on people.id = action_items.owner_id
  left join squads on squads.id = action_items.owner_squad_id
  where ${visible('action_items.audience_id')} and action_items.state = @state and action_items.severity = @severity
  order by action_items.due_order, action_items.id limit ${PAGE + 1}`);

const states: Option[] = [
  ['unfinished', 'Everything unfinished'],
  ...Object.entries(stateWords),
  ['all', 'All of them'],
];
const owners: Option[] = [
  ['anyone', 'Anyone'],
  ['me', 'Me'],
  ['my-squads', 'My squads'],
  ['nobody', 'Needs an owner'],
];

export function listPage(viewer: Viewer, asked: URLSearchParams): string {
  const state = asked.get('state') ?? '';
  const severity = asked.get('severity') ?? '';
  const rows = listed.all({ viewer: viewer.id, state, severity: Number(severity) }) as (Item & {
    dueOrder: number;
  })[];
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  const form = `<form method="get" action="/action-items" class="mb-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-[repeat(3,1fr)_auto]">${select('state', 'State', state, states)}${select('owner', 'Owner', 'anyone', owners)}${select('severity', 'Severity', severity, severityOptions('Any'))}<button class="${plainButton}">Show</button></form>`;
  const next =
    rows.length > PAGE && last
      ? `<p class="mt-6"><a rel="next" class="text-accent underline underline-offset-4" href="/action-items?state=${state}&amp;owner=anyone&amp;severity=${severity}&amp;after=${last.dueOrder}_${last.id}">The next 50</a></p>`
      : '';
  const lead = 'Everything that came out of an incident and makes the next one less likely.';
  const table = itemTable(items, 'Action items, soonest due first');
  return frame(viewer, 'Action items', head('Action items', lead) + form + table + next);
}
