import { emailField } from '#app/accounts/email.ts';

import { criticalities, criticalityWords } from './../criticality.ts';
import { area, developers, squadName } from '../squad.ts';
import type { Column } from './header.ts';
import { folded } from './people-plan.ts';
import { type Plan, planned } from './plan.ts';
import type { Table, TableRow } from './table.ts';

export const squadColumns: readonly Column[] = [
  { key: 'name', needed: true, also: ['squad', 'squad name', 'team', 'team name'] },
  { key: 'area', also: ['product area', 'domain', 'tribe', 'department'] },
  { key: 'developers', also: ['number of developers', 'developer count', 'engineers', 'size', 'headcount'] },
  { key: 'criticality', also: ['critical', 'tier', 'risk'] },
  { key: 'manager', also: ['manager email', 'manager e-mail', 'engineering manager'] },
  { key: 'product owner', also: ['product owner email', 'product owner e-mail', 'po', 'owner'] },
];

/** What a row says; null: it says nothing about that. */
export type WantedSquad = {
  name: string;
  area: string | null;
  developers: number | null;
  criticality: number | null;
  manager: string | null;
  productOwner: string | null;
};
export type KnownSquad = WantedSquad & { id: string; archived: boolean };
/** Squads by name in lower case, and the addresses of the people who are here. */
export type SquadsHere = { squads: ReadonlyMap<string, KnownSquad>; people: ReadonlySet<string> };

const criticalityOf = (cell: string): number | null => {
  const wanted = cell.toLowerCase();
  return criticalities.find((one) => String(one) === wanted || criticalityWords[one] === wanted) ?? null;
};

/** What becomes of each row of a table of squads, with what is here. Nothing is archived by absence. */
export function planSquads(table: Table, here: SquadsHere): Plan<WantedSquad> {
  const plan: Plan<WantedSquad> = { rows: [], faults: [...table.faults] };
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const read = readSquad(row, here, seen);
    if ('text' in read) plan.faults.push(read);
    else plan.rows.push(read);
  }
  plan.faults.sort((a, b) => a.line - b.line);
  return plan;
}

function readSquad({ line, cells }: TableRow, here: SquadsHere, seen: Map<string, number>) {
  const fault = (column: string, text: string) => ({ line, column, text });
  const name = squadName.safeParse(cells.name);
  if (!name.success) return fault('name', name.error.issues[0]!.message);
  const key = folded(name.data);
  const before = seen.get(key);
  if (before !== undefined)
    return fault('name', `${name.data} stands in line ${before} already: keep one of them.`);
  seen.set(key, line);
  const known = here.squads.get(key) ?? null;
  if (known?.archived)
    return fault('name', `${known.name} is archived. Bring it back first, or take the row out.`);
  const readArea = area.safeParse(cells.area ?? '');
  if (!readArea.success) return fault('area', readArea.error.issues[0]!.message);
  const readDevelopers = developers.safeParse(cells.developers ?? '');
  if (!readDevelopers.success) return fault('developers', readDevelopers.error.issues[0]!.message);
  const criticality = cells.criticality ? criticalityOf(cells.criticality) : null;
  if (cells.criticality && criticality === null)
    return fault('criticality', 'Write 1 (critical), 2 (high), 3 (medium) or 4 (low).');
  const people: Record<string, string | null> = {};
  for (const column of ['manager', 'product owner']) {
    const cell = cells[column];
    const email = cell ? emailField.safeParse(cell) : null;
    if (email && !email.success) return fault(column, 'Write an e-mail address, like nina@example.com.');
    if (email && !here.people.has(email.data))
      return fault(
        column,
        `Nobody here has the e-mail address ${email.data}. Import people first, or invite them.`,
      );
    people[column] = email?.data ?? null;
  }
  return planSquad(line, known, {
    name: known?.name ?? name.data,
    area: readArea.data,
    developers: readDevelopers.data,
    criticality,
    manager: people.manager!,
    productOwner: people['product owner']!,
  });
}

function planSquad(line: number, known: KnownSquad | null, wanted: WantedSquad) {
  const words = {
    area: 'area',
    developers: 'developers',
    criticality: 'criticality',
    manager: 'manager',
    productOwner: 'product owner',
  } as const;
  const changes = (Object.keys(words) as (keyof typeof words)[]).map((key) => {
    const before = known?.[key] ?? null;
    return { what: words[key], before: String(before ?? ''), after: String(wanted[key] ?? before ?? '') };
  });
  return planned({ line, title: wanted.name, isNew: known === null, changes }, wanted);
}
