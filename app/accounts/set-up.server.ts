import { and, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { organisations, people, roles, tokens } from '#db/schema/accounts.ts';
import { newId } from '#db/ids.ts';

import { audit } from './audit.server.ts';
import { hashPassword } from './password.server.ts';
import { makeToken, spendToken } from './tokens.server.ts';

/** Whether nobody lives here yet. */
export async function needsSetUp(): Promise<boolean> {
  const [anybody] = await db.read.select({ id: people.id }).from(people).limit(1);
  return anybody === undefined;
}

/** A fresh set-up token while the installation is empty, earlier ones withdrawn; null once somebody lives here. */
export async function offerSetUp(now: number): Promise<string | null> {
  return db.write(async (tx) => {
    if (!(await needsSetUp())) return null;
    await tx
      .update(tokens)
      .set({ withdrawnAt: now })
      .where(and(eq(tokens.purpose, 'set-up'), isNull(tokens.withdrawnAt), isNull(tokens.usedAt)));
    return makeToken(tx, { purpose: 'set-up', now, days: 1 });
  });
}

type Founding = { organisation: string; name: string; email: string; password: string; timezone: string };

/** Names the organisation and makes its first administrator. Refuses a token that is no longer good. */
export async function setUp(
  token: string,
  founding: Founding,
  now: number,
): Promise<{ personId: string } | { refused: 'used' }> {
  const passwordHash = await hashPassword(founding.password);
  return db.write(async (tx) => {
    if (!(await needsSetUp()) || !(await spendToken(tx, 'set-up', token, now))) return { refused: 'used' };
    const personId = newId();
    await tx
      .insert(organisations)
      .values({ id: 1, name: founding.organisation, timezone: founding.timezone, foundedAt: now });
    await tx
      .insert(people)
      .values({ id: personId, name: founding.name, email: founding.email, passwordHash, joinedAt: now });
    for (const role of ['administrator', 'organiser'] as const) {
      await tx.insert(roles).values({ id: newId(), personId, role, assumedAt: now });
    }
    await audit(tx, { event: 'set-up', actorId: personId, at: now });
    return { personId };
  });
}
