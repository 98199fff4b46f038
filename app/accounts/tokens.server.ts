import { and, eq, gt, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { tokens } from '#db/schema/accounts.ts';

import { newToken, sha256 } from './secrets.server.ts';

type Purpose = 'set-up' | 'invitation' | 'password-reset';
type Wanted = {
  purpose: Purpose;
  personId?: string;
  email?: string;
  madeBy?: string;
  now: number;
  days: number;
};

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
    expiresAt: now + days * 86_400_000,
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

/** Uses a token up. Null when it can no longer be used: of two who try at once, one succeeds. */
export async function useToken(tx: Tx, purpose: Purpose, token: string, now: number) {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(usable(purpose, token, now))
    .returning();
  return row ?? null;
}

const usable = (purpose: Purpose, token: string, now: number) =>
  and(
    eq(tokens.id, sha256(token)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    isNull(tokens.withdrawnAt),
    gt(tokens.expiresAt, now),
  );
