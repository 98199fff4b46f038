import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people, roles, tokens } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { hashPassword } from './password.server.ts';
import { namesOf } from './people.server.ts';
import { may } from './permissions.ts';
import { isOpen, makeToken, spendToken, withdrawTokens } from './tokens.server.ts';
import type { Viewer } from './viewer.ts';

/** How long an invitation stands. */
const DAYS = 7;

/**
 * Invites an address (lower case). Returns the link's token, which is shown once; an earlier link ends. Somebody who was
 * imported has an account without a way in: whoever may reset passwords invites them into it. Others may not, since it
 * may have rights by now, and a link is seen by who makes it.
 */
export async function invite(
  by: Viewer,
  email: string,
  now: number,
): Promise<{ token: string } | { refused: 'here' | 'left' }> {
  return db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.email, email));
    if (person?.deactivatedAt != null) return { refused: 'left' };
    if (person && !(person.passwordHash === '' && may(by, 'reset-passwords'))) return { refused: 'here' };
    await withdrawTokens(tx, 'invitation', { email }, now);
    const token = await makeToken(tx, { purpose: 'invitation', email, madeBy: by.id, now, days: DAYS });
    await audit(tx, { event: 'invitation-made', actorId: by.id, details: { email }, at: now });
    return { token };
  });
}

/** Invitations that can still be accepted, soonest to end first. `id` names one and opens nothing. */
export async function openInvitations(now: number) {
  const rows = await db.read
    .select({ id: tokens.id, email: tokens.email, madeBy: tokens.madeBy, expiresAt: tokens.expiresAt })
    .from(tokens)
    .where(and(eq(tokens.purpose, 'invitation'), isOpen(now)))
    .orderBy(asc(tokens.expiresAt), asc(tokens.id));
  const names = await namesOf(rows.map((row) => row.madeBy));
  return rows.map(({ id, email, madeBy, expiresAt }) => ({
    id,
    email: email ?? '',
    by: (madeBy && names.get(madeBy)) ?? null,
    expiresAt,
  }));
}

/** Ends an open invitation. */
export async function withdrawInvitation(
  by: Viewer,
  id: string,
  now: number,
): Promise<{ email: string } | { refused: 'not-open' }> {
  return db.write(async (tx) => {
    const [row] = await tx
      .update(tokens)
      .set({ withdrawnAt: now })
      .where(and(eq(tokens.id, id), eq(tokens.purpose, 'invitation'), isOpen(now)))
      .returning();
    if (!row) return { refused: 'not-open' };
    const email = row.email ?? '';
    await audit(tx, { event: 'invitation-withdrawn', actorId: by.id, details: { email }, at: now });
    return { email };
  });
}

/** Lets a withdrawn invitation stand again, in place of any made since. It stands as long as who did so may invite. */
export async function restoreInvitation(
  by: Viewer,
  id: string,
  now: number,
): Promise<{ email: string } | { refused: 'not-withdrawn' }> {
  return db.write(async (tx) => {
    const withdrawn = and(isNotNull(tokens.withdrawnAt), isNull(tokens.usedAt), gt(tokens.expiresAt, now));
    const [row] = await tx
      .select()
      .from(tokens)
      .where(and(eq(tokens.id, id), eq(tokens.purpose, 'invitation'), withdrawn));
    if (!row) return { refused: 'not-withdrawn' };
    const email = row.email ?? '';
    await withdrawTokens(tx, 'invitation', { email }, now);
    await tx.update(tokens).set({ withdrawnAt: null, madeBy: by.id }).where(eq(tokens.id, id));
    await audit(tx, { event: 'invitation-restored', actorId: by.id, details: { email }, at: now });
    return { email };
  });
}

/** Makes the account an invitation is for. Of two who try at once, one succeeds. */
export async function acceptInvitation(
  token: string,
  { name, password }: { name: string; password: string },
  now: number,
): Promise<{ personId: string } | { refused: 'dead' | 'here' }> {
  const passwordHash = await hashPassword(password);
  return db.write(async (tx) => {
    const used = await spendToken(tx, 'invitation', token, now);
    if (!used?.email) return { refused: 'dead' };
    const { email } = used;
    const [already] = await tx.select().from(people).where(eq(people.email, email));
    if (already && !(await mayComeInto(tx, already, used.madeBy))) return { refused: 'here' };
    const personId = already?.id ?? newId();
    if (already) await tx.update(people).set({ name, passwordHash }).where(eq(people.id, personId));
    else await tx.insert(people).values({ id: personId, name, email, passwordHash, joinedAt: now });
    await withdrawTokens(tx, 'invitation', { email }, now);
    await audit(tx, { event: 'invitation-accepted', actorId: personId, details: { email }, at: now });
    return { personId };
  });
}

/** Whether a link of this maker leads into an account that is there: nobody has used it, and they may reset passwords. */
async function mayComeInto(
  tx: Tx,
  { passwordHash, deactivatedAt }: { passwordHash: string; deactivatedAt: number | null },
  makerId: string | null,
): Promise<boolean> {
  if (passwordHash !== '' || deactivatedAt !== null || makerId === null) return false;
  const held = await tx
    .select({ role: roles.role })
    .from(roles)
    .where(and(eq(roles.personId, makerId), isNull(roles.renouncedAt)));
  return may({ roles: held.map(({ role }) => role) }, 'reset-passwords');
}
