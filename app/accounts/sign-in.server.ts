import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { deviceIn, knownDeviceKey, rememberDevice } from './known-devices.server.ts';
import { verifyPassword } from './password.server.ts';
import { type Asked, startSession } from './session.server.ts';
import { countKnownDevice, countStranger, forgiveKnownDevice, forgiveStranger } from './throttle.server.ts';

/** From where somebody comes in. */
type From = { device: string | null; address: string; userAgent: string | null };

/** From where a request comes. */
export const fromWhere = async ({ request, context }: Asked): Promise<From> => ({
  device: await deviceIn(request),
  address: context.address,
  userAgent: request.headers.get('User-Agent'),
});

/**
 * Signs somebody in by e-mail (lower case) and password. An unknown address, a wrong password and an account that
 * was deactivated get the same answer after the same work.
 */
export async function signIn(
  email: string,
  password: string,
  from: From,
  now: number,
): Promise<{ headers: Headers } | { refused: 'no-match' } | { refused: 'too-many'; seconds: number }> {
  const [person] = await db.read
    .select({ id: people.id, passwordHash: people.passwordHash, deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(eq(people.email, email));
  const known = person ? await knownDeviceKey(from.device, person.id) : null;
  const seconds = known ? await countKnownDevice(known) : await countStranger(email, from.address);
  if (seconds > 0) return { refused: 'too-many', seconds };

  const right = await verifyPassword(person?.passwordHash ?? null, password);
  if (!person || !right || person.deactivatedAt !== null) return { refused: 'no-match' };

  await (known ? forgiveKnownDevice(known) : forgiveStranger(email, from.address));
  return { headers: await comeIn(person.id, from, now) };
}

/** Starts a session for somebody who has shown who they are. Returns the headers that say so to their browser. */
export async function comeIn(personId: string, { device, userAgent }: From, now: number): Promise<Headers> {
  const headers = new Headers();
  headers.append('Set-Cookie', await startSession(personId, userAgent));
  headers.append('Set-Cookie', await rememberDevice(device, personId, now));
  return headers;
}
