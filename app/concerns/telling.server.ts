import { and, eq, isNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';

import type { Happening, Standing } from './concern.ts';
import { toFormerHolder, toHolder, toKeeper, toRaiser } from './telling.ts';

type Concern = { id: string; squadId: string | null; raisedBy: string };
type Holding = Pick<Standing, 'level' | 'holderId'>;
type Took = { step: Happening; byId: string | null; now: number };

/** Tells everybody whom it concerns that something happened, but for whoever did it. `before` is null as it begins. */
export async function tellAbout(
  tx: Tx,
  concern: Concern,
  before: Holding | null,
  { level, holderId, standsInFor }: Standing,
  { step, byId, now }: Took,
): Promise<void> {
  const squad = await squadName(concern.squadId);
  const absent = (await namesOf([standsInFor])).get(standsInFor ?? '') ?? null;
  const told = { squad, level, standsInFor: absent };
  const hasMoved = before === null || before.level !== level || before.holderId !== holderId;

  const words = new Map<string, string | null>();
  if (before?.holderId && hasMoved && byId === null) words.set(before.holderId, toFormerHolder(told));
  const holders = holderId === null ? await organisers() : [holderId];
  for (const id of holders) words.set(id, hasMoved ? toHolder(told) : toKeeper(step, squad));
  words.set(concern.raisedBy, toRaiser(step, told));

  for (const [personId, text] of words) {
    if (text === null || personId === byId) continue;
    await tell(tx, { personId, kind: 'concern', text, path: paths.concern(concern.id), now });
  }
}

async function squadName(id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [squad] = await db.read.select({ name: squads.name }).from(squads).where(eq(squads.id, id));
  return squad?.name ?? null;
}

async function organisers(): Promise<string[]> {
  const rows = await db.read
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(roles.role, 'organiser'), isNull(roles.renouncedAt)));
  return rows.map(({ id }) => id);
}
