import { type AnyColumn, eq, sql, type SQL } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { audiencePeople, audiences, audienceSquads } from '#db/schema/audiences.ts';
import { squadMembers } from '#db/schema/squads.ts';

import type { Audience } from './audience.ts';

// Under names of their own, so that the condition means the same inside a query of these tables.
const seen = aliasOf(audiences, 'seen');
const named = aliasOf(audiencePeople, 'named');
const meant = aliasOf(audienceSquads, 'meant');
const member = aliasOf(squadMembers, 'member');

/**
 * Whether a person belongs to the audience that a column names: the one condition by which anything private is
 * looked up. No role widens it.
 */
export const visibleTo = (personId: string, audienceId: AnyColumn): SQL => sql`(
  exists (select 1 from ${audiences} as seen where ${seen.id} = ${audienceId} and ${seen.scope} = 'everyone')
  or exists (select 1 from ${audiencePeople} as named
    where ${named.audienceId} = ${audienceId} and ${named.personId} = ${personId})
  or exists (select 1 from ${audienceSquads} as meant
    join ${audiences} as seen on ${seen.id} = ${meant.audienceId} and ${seen.scope} = 'squads'
    join ${squadMembers} as member on ${member.squadId} = ${meant.squadId} and ${member.leftAt} is null
    where ${meant.audienceId} = ${audienceId} and ${member.personId} = ${personId}))`;

/** Makes an audience. Returns its id. */
export async function makeAudience(tx: Tx, audience: Audience): Promise<string> {
  const id = newId();
  await tx.insert(audiences).values({ id, scope: audience.scope });
  await name(tx, id, audience);
  return id;
}

/** Says anew who belongs to an audience: everything that points to it follows at once. */
export async function changeAudience(tx: Tx, id: string, audience: Audience): Promise<void> {
  await tx.update(audiences).set({ scope: audience.scope }).where(eq(audiences.id, id));
  await tx.delete(audiencePeople).where(eq(audiencePeople.audienceId, id));
  await tx.delete(audienceSquads).where(eq(audienceSquads.audienceId, id));
  await name(tx, id, audience);
}

async function name(tx: Tx, audienceId: string, { people, squads }: Audience) {
  for (const personId of people) await tx.insert(audiencePeople).values({ audienceId, personId });
  for (const squadId of squads) await tx.insert(audienceSquads).values({ audienceId, squadId });
}
