import { and, eq, inArray } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { mutedKinds } from '#db/schema/notices.ts';

import { type Kind, switchable } from './kinds.ts';

/** The kinds that a person gets by mail, of those they can choose. */
export async function kindsByMail({ id }: { id: string }): Promise<Kind[]> {
  const rows = await db.read
    .select({ kind: mutedKinds.kind })
    .from(mutedKinds)
    .where(eq(mutedKinds.personId, id));
  const muted = new Set(rows.map(({ kind }) => kind));
  return switchable.filter((kind) => !muted.has(kind));
}

/** Lets a person have these kinds by mail, and none of the others that can be chosen. */
export async function chooseKinds(
  { id }: { id: string },
  wanted: readonly Kind[],
  now: number,
): Promise<void> {
  const unwanted = switchable.filter((kind) => !wanted.includes(kind));
  await db.write(async (tx) => {
    const again = switchable.filter((kind) => wanted.includes(kind));
    if (again.length > 0)
      await tx.delete(mutedKinds).where(and(eq(mutedKinds.personId, id), inArray(mutedKinds.kind, again)));
    for (const kind of unwanted)
      await tx.insert(mutedKinds).values({ personId: id, kind, mutedAt: now }).onConflictDoNothing();
  });
}
