import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { withdrawLinksMadeBy } from './made-links.server.ts';
import { anotherAdministrator } from './roles.server.ts';
import { endSessionsOf } from './session.server.ts';
import { withdrawTokens } from './tokens.server.ts';
import type { Viewer } from './viewer.ts';

/**
 * Closes an account: its sessions end, and links for it or made by it; it cannot sign in, and what the person did
 * stays. Nobody closes their own, and the last administrator stays.
 */
export async function deactivate(
  by: Viewer,
  personId: string,
  now: number,
): Promise<{ deactivated: boolean } | { refused: 'unknown' | 'oneself' | 'last-administrator' }> {
  if (personId === by.id) return { refused: 'oneself' };
  return db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return { refused: 'unknown' };
    if (person.deactivatedAt !== null) return { deactivated: false };
    // Two administrators who deactivate each other at once: one of them is left.
    if (!(await anotherAdministrator(personId))) return { refused: 'last-administrator' };
    await tx.update(people).set({ deactivatedAt: now, deactivatedBy: by.id }).where(eq(people.id, personId));
    await endSessionsOf(personId);
    await withdrawLinksMadeBy(tx, by, { id: personId, roles: null }, now);
    await withdrawTokens(tx, 'password-reset', { personId }, now);
    await audit(tx, { event: 'deactivated', actorId: by.id, subjectId: personId, at: now });
    return { deactivated: true };
  });
}

/** Opens an account again, with its password and the roles it held. */
export async function reactivate(
  by: Viewer,
  personId: string,
  now: number,
): Promise<{ reactivated: boolean } | { refused: 'unknown' }> {
  return db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return { refused: 'unknown' };
    if (person.deactivatedAt === null) return { reactivated: false };
    await tx.update(people).set({ deactivatedAt: null, deactivatedBy: null }).where(eq(people.id, personId));
    await audit(tx, { event: 'reactivated', actorId: by.id, subjectId: personId, at: now });
    return { reactivated: true };
  });
}
