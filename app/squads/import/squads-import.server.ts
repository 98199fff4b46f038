import { and, eq, inArray, isNull, sql } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { squadRoles, squads } from '#db/schema/squads.ts';

import { changedFacts } from '../changing.server.ts';
import { assume, type By } from '../holders.server.ts';
import { folded } from './people-plan.ts';
import { countsOf, type Plan, type Planned } from './plan.ts';
import { inPortions } from './portions.server.ts';
import { type KnownSquad, planSquads, squadColumns, type WantedSquad } from './squads-plan.ts';
import type { Table } from './table.ts';

/** Every squad by its name in lower case, with the addresses of its manager and product owner. */
async function knownSquads(): Promise<Map<string, KnownSquad>> {
  const known = new Map<string, KnownSquad>();
  const byId = new Map<string, KnownSquad>();
  for (const { id, name, area, developers, criticality, archivedAt } of await db.read.select().from(squads)) {
    const archived = archivedAt !== null;
    const squad = { id, name, area, developers, criticality, archived, manager: null, productOwner: null };
    known.set(folded(name), squad);
    byId.set(id, squad);
  }
  const holders = await db.read
    .select({ squadId: squadRoles.squadId, role: squadRoles.role, email: people.email })
    .from(squadRoles)
    .innerJoin(people, eq(people.id, squadRoles.personId))
    .where(and(inArray(squadRoles.role, ['manager', 'product-owner']), isNull(squadRoles.renouncedAt)));
  for (const { squadId, role, email } of holders)
    byId.get(squadId)![role === 'manager' ? 'manager' : 'productOwner'] = email;
  return known;
}

/** The people here whom a table of squads names, by e-mail. */
async function peopleNamed(emails: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await inPortions([...new Set(emails)], async (some) => {
    const rows = await db.read
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(and(inArray(people.email, some), isNull(people.deactivatedAt)));
    for (const { id, email } of rows) found.set(email, id);
  });
  return found;
}

/** What importing a table of squads would change, as things stand. */
async function planOfSquads(table: Table): Promise<Plan<WantedSquad>> {
  const named = table.rows.flatMap(({ cells }) =>
    [cells.manager, cells['product owner']]
      .filter((cell) => Boolean(cell))
      .map((cell) => cell!.toLowerCase()),
  );
  return planSquads(table, {
    squads: await knownSquads(),
    people: new Set((await peopleNamed(named)).keys()),
  });
}

/** Carries out what a plan says, in the transaction it was made in. */
async function importSquads(tx: Tx, plan: Plan<WantedSquad>, by: By, now: number): Promise<void> {
  const rows = plan.rows.filter(({ kind }) => kind !== 'unchanged');
  const known = await knownSquads();
  const ids = await peopleNamed(
    rows.flatMap(({ wanted }) => [wanted.manager, wanted.productOwner]).filter((email) => email !== null),
  );
  for (const row of rows)
    await importSquad(tx, { row, known: known.get(folded(row.wanted.name)) ?? null, ids, by, now });
  if (rows.length === 0) return;
  const counts = countsOf(plan);
  const details = { new: String(counts.new), changed: String(counts.changed) };
  await audit(tx, { event: 'squads-imported', actorId: by?.id ?? null, details, at: now });
}

type Importing = {
  row: Planned<WantedSquad>;
  known: KnownSquad | null;
  ids: ReadonlyMap<string, string>;
  by: By;
  now: number;
};

async function importSquad(tx: Tx, { row: { wanted, changes }, known, ids, by, now }: Importing) {
  const facts = {
    name: wanted.name,
    area: wanted.area ?? known?.area ?? null,
    developers: wanted.developers ?? known?.developers ?? null,
    criticality: wanted.criticality ?? known?.criticality ?? null,
  };
  const squad = { id: known?.id ?? newId(), name: wanted.name };
  const actorId = by?.id ?? null;
  if (known) {
    await tx
      .update(squads)
      .set({ ...facts, version: sql`${squads.version} + 1` })
      .where(eq(squads.id, squad.id));
    const changed = changedFacts(known, facts);
    const details = { squad: squad.name, ...changed };
    if (Object.keys(changed).length > 0)
      await audit(tx, { event: 'squad-changed', actorId, details, at: now });
  } else {
    await tx.insert(squads).values({ ...squad, ...facts, createdAt: now, createdBy: actorId });
    await audit(tx, { event: 'squad-created', actorId, details: { squad: squad.name }, at: now });
  }
  for (const [role, what, email] of [
    ['manager', 'manager', wanted.manager],
    ['product-owner', 'product owner', wanted.productOwner],
  ] as const) {
    if (email === null || !changes.some((one) => one.what === what)) continue;
    await assume(tx, by, { squad, personId: ids.get(email)!, role }, now);
  }
}

export const squadsImport = { columns: squadColumns, plan: planOfSquads, carryOut: importSquads };
