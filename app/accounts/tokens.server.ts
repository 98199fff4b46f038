import { and, eq, gt, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { tokens } from '#db/schema/accounts.ts';

import { newToken, sha256 } from './secrets.server.ts';

export type Purpose = 'set-up' | 'invitation' | 'password-reset';
type Wanted = {
  purpose: Purpose;
  personId?: string;
  email?: string;
  madeBy?: string;
  now: number;
  days: number;
};

const DAY = 86_400_000;

/** Makes a link's token, good once. Returns the token itself, which is stored nowhere. */
export async function makeToken(
  tx: Tx,
  { purpose, personId, email, madeBy, now, days }: Wanted,
): Promise<string> {
  const token = newToken();
  await tx.insert(tokens).values({
    id: sha256(token),
    purpose,
    personId: personId ?? null,
    email: email ?? null,
    madeAt: now,
    madeBy: madeBy ?? null,
    expiresAt: now + days * DAY,
  });
  return token;
}

/** What a token opens, or null: unknown, used, withdrawn and expired get the same answer. */
export async function openToken(purpose: Purpose, token: string, now: number) {
  const [row] = await db.read
    .select()
    .from(tokens)
    .where(usable(purpose, token, now));
  return row ?? null;
}

/** Spends a token. Null when it can no longer be used: of two who try at once, one succeeds. */
export async function spendToken(tx: Tx, purpose: Purpose, token: string, now: number) {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(usable(purpose, token, now))
    .returning();
  return row ?? null;
}

/** Withdraws a person's or an address's open links of one kind. Answers how many there were. */
export async function withdrawTokens(
  tx: Tx,
  purpose: Purpose,
  whose: { personId: string } | { email: string },
  now: number,
): Promise<number> {
  const theirs = 'email' in whose ? eq(tokens.email, whose.email) : eq(tokens.personId, whose.personId);
  const withdrawn = await tx
    .update(tokens)
    .set({ withdrawnAt: now })
    .where(and(eq(tokens.purpose, purpose), theirs, isOpen(now)))
    .returning({ id: tokens.id });
  return withdrawn.length;
}

/** Withdraws the open links of one kind that somebody made for others. Answers what they were for. */
export const withdrawTokensMadeBy = (tx: Tx, purpose: Purpose, madeBy: string, now: number) =>
  tx
    .update(tokens)
    .set({ withdrawnAt: now })
    .where(and(eq(tokens.purpose, purpose), eq(tokens.madeBy, madeBy), isOpen(now)))
    .returning({ personId: tokens.personId, email: tokens.email });

/** A token that can still be used. */
export const isOpen = (now: number) =>
  and(isNull(tokens.usedAt), isNull(tokens.withdrawnAt), gt(tokens.expiresAt, now));

const usable = (purpose: Purpose, token: string, now: number) =>
  and(eq(tokens.id, sha256(token)), eq(tokens.purpose, purpose), isOpen(now));
