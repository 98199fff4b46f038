import { emailField } from '#app/accounts/email.ts';
import { line } from '#app/http/fields.ts';

import type { Column } from './header.ts';
import { type Plan, planned, type Planned } from './plan.ts';
import type { Table, TableRow } from './table.ts';

export const peopleColumns: readonly Column[] = [
  { key: 'email', needed: true, also: ['e-mail', 'mail', 'email address', 'e-mail address', 'work email'] },
  { key: 'name', also: ['full name', 'display name', 'person'] },
  { key: 'squads', also: ['squad', 'team', 'teams'] },
  { key: 'manager', also: ['manager email', 'manager e-mail', 'line manager', 'reports to'] },
];

/** What a row says; null: it says nothing about that. Squads by their names in lower case. */
export type WantedPerson = {
  email: string;
  name: string | null;
  squads: string[] | null;
  manager: string | null;
};
export type KnownPerson = { name: string; left: boolean; squads: string[]; manager: string | null };
/** What is here: people by e-mail, squads at work by name in lower case with the name itself. */
export type Here = { people: ReadonlyMap<string, KnownPerson>; squads: ReadonlyMap<string, string> };

export const folded = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const personName = line('a name', 120);

/** The squads a cell names. */
export const squadsIn = (cell: string): string[] =>
  [...new Set(cell.split(/[;\n]/).map(folded).filter(Boolean))].sort();

/** The addresses that a table speaks of: what must be known to plan it. */
export function addressesIn(table: Table): string[] {
  const all = new Set<string>();
  for (const { cells } of table.rows)
    for (const cell of [cells.email, cells.manager]) if (cell) all.add(cell.normalize('NFC').toLowerCase());
  return [...all];
}

/** What becomes of each row of a table of people, with what is here. Decides nothing by absence. */
export function planPeople(table: Table, here: Here): Plan<WantedPerson> {
  const plan: Plan<WantedPerson> = { rows: [], faults: [...table.faults] };
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const read = readPerson(row, here, seen);
    if ('text' in read) plan.faults.push(read);
    else plan.rows.push(read);
  }
  withoutUnknownManagers(plan, here);
  plan.faults.sort((a, b) => a.line - b.line);
  return plan;
}

function readPerson({ line, cells }: TableRow, here: Here, seen: Map<string, number>) {
  const fault = (column: string, text: string) => ({ line, column, text });
  const email = emailField.safeParse(cells.email);
  if (!email.success) return fault('email', email.error.issues[0]!.message);
  const before = seen.get(email.data);
  if (before !== undefined)
    return fault('email', `${email.data} stands in line ${before} already: keep one of them.`);
  seen.set(email.data, line);
  const known = here.people.get(email.data) ?? null;
  if (known?.left)
    return fault('email', `${email.data} has left. Open their account first, or take the row out.`);
  const name = cells.name ? personName.safeParse(cells.name) : null;
  if (name && !name.success) return fault('name', name.error.issues[0]!.message);
  if (!known && !name) return fault('name', 'Please give a name: nobody here has this e-mail address yet.');
  const squads = cells.squads ? squadsIn(cells.squads) : null;
  const unknown = squads?.filter((squad) => !here.squads.has(squad)) ?? [];
  if (unknown.length > 0)
    return fault(
      'squads',
      `No squad at work is called ${unknown.join(', ')}. Make it first, or import squads before people.`,
    );
  const manager = cells.manager ? emailField.safeParse(cells.manager) : null;
  if (manager && !manager.success)
    return fault('manager', 'Write the manager’s e-mail address, like nina@example.com.');
  if (manager?.data === email.data)
    return fault('manager', 'Nobody is their own manager: name somebody else.');
  const wanted = { email: email.data, name: name?.data ?? null, squads, manager: manager?.data ?? null };
  return planPerson(line, wanted, known, here);
}

function planPerson(line: number, wanted: WantedPerson, known: KnownPerson | null, here: Here) {
  const called = (squads: string[]) => squads.map((squad) => here.squads.get(squad) ?? squad).join('; ');
  const before = known ?? { name: '', squads: [], manager: null };
  const changes = [
    { what: 'name', before: before.name, after: wanted.name ?? before.name },
    { what: 'squads', before: called(before.squads), after: called(wanted.squads ?? before.squads) },
    { what: 'manager', before: before.manager ?? '', after: wanted.manager ?? before.manager ?? '' },
  ];
  return planned({ line, title: wanted.email, isNew: known === null, changes }, wanted);
}

/** Takes out rows whose manager is nobody: not here, and not made by a row that stays. */
function withoutUnknownManagers(plan: Plan<WantedPerson>, here: Here): void {
  const made = new Map(plan.rows.filter(({ kind }) => kind === 'new').map((row) => [row.wanted.email, row]));
  const isHere = (email: string) => here.people.get(email)?.left === false;
  const following = new Map<string, Planned<WantedPerson>[]>();
  for (const row of plan.rows) {
    const { manager } = row.wanted;
    if (manager !== null && !isHere(manager))
      following.set(manager, [...(following.get(manager) ?? []), row]);
  }
  const out = new Set<Planned<WantedPerson>>();
  const gone = [...following.keys()].filter((email) => !made.has(email));
  for (let email = gone.pop(); email !== undefined; email = gone.pop()) {
    for (const row of following.get(email) ?? []) {
      if (out.has(row)) continue;
      out.add(row);
      const text = `Nobody here, and no row that can be imported, has the e-mail address ${email}.`;
      plan.faults.push({ line: row.line, column: 'manager', text });
      if (row.kind === 'new') gone.push(row.wanted.email);
    }
  }
  plan.rows = plan.rows.filter((row) => !out.has(row));
}
