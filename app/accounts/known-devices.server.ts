import { createCookie } from '@remix-run/node';
import { and, eq, lt } from 'drizzle-orm';

import { configuration } from '#app/configuration.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { knownDevices } from '#db/schema/accounts.ts';

import { newToken, sha256 } from './secrets.server.ts';

const overHttps = configuration.origin.startsWith('https:');
const YEAR = 365 * 86_400;
const cookie = createCookie(overHttps ? '__Host-known-device' : 'known-device', {
  httpOnly: true,
  secure: overHttps,
  sameSite: 'lax',
  path: '/',
  maxAge: YEAR,
});

/** The token of the browser that asks, or null. It signs nobody in; it only gives a browser a count of its own. */
export async function deviceIn(request: Request): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get('Cookie'));
  return typeof token === 'string' && token.length <= 64 ? token : null;
}

/** Under which key a browser's tries on an account are counted; null where it has never signed in to it. */
export async function knownDeviceKey(device: string | null, personId: string): Promise<string | null> {
  if (!device) return null;
  const [row] = await db.read
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .where(and(eq(knownDevices.id, sha256(device)), eq(knownDevices.personId, personId)));
  return row ? `${row.id} ${personId}` : null;
}

/**
 * Remembers that a browser has signed in to an account. Returns its Set-Cookie header. The token is new each time,
 * for everyone who uses this browser, so that a copy of the old one is worth nothing.
 */
export async function rememberDevice(device: string | null, personId: string, now: number): Promise<string> {
  const token = newToken();
  const id = sha256(token);
  await db.write(async (tx) => {
    if (device)
      await tx
        .update(knownDevices)
        .set({ id })
        .where(eq(knownDevices.id, sha256(device)));
    await tx
      .insert(knownDevices)
      .values({ id, personId, seenAt: now })
      .onConflictDoUpdate({ target: [knownDevices.id, knownDevices.personId], set: { seenAt: now } });
  });
  return cookie.serialize(token);
}

/** Forgets all browsers a person signed in from. */
export async function forgetDevices(tx: Tx, personId: string): Promise<void> {
  await tx.delete(knownDevices).where(eq(knownDevices.personId, personId));
}

/** Forgets the browsers whose cookie has run out: nobody has signed in from them for a year. */
export async function forgetStaleDevices(tx: Tx, now: number): Promise<void> {
  await tx.delete(knownDevices).where(lt(knownDevices.seenAt, now - YEAR * 1000));
}
