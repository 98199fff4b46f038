import { randomBytes } from 'node:crypto';

import { verifyPassword } from '../../../app/accounts/password.server.ts';
import { reader, writer } from './database.ts';
import { sha256 } from './viewer.ts';

const DAY = 86_400_000;

const byEmail = reader.prepare(
  'select id, password_hash as passwordHash, deactivated_at as deactivatedAt from people where email = ?',
);
const addSession = writer.prepare(
  'insert into sessions (id, person_id, expires_at, started_at, user_agent) values (?, ?, ?, ?, ?)',
);
const forgetOld = writer.prepare('delete from known_devices where person_id = ? and seen_at < ?');
const addDevice = writer.prepare('insert into known_devices (id, person_id, seen_at) values (?, ?, ?)');

const token = () => randomBytes(32).toString('base64url');

const comeIn = writer.transaction((person: string, session: string, device: string, userAgent: string) => {
  const now = Date.now();
  addSession.run(sha256(session), person, now + 14 * DAY, now, userAgent);
  forgetOld.run(person, now - 365 * DAY);
  addDevice.run(sha256(device), person, now);
});

/** The cookies of a new session and of a browser that is known from now on; null when they don't match. */
export async function signIn(form: URLSearchParams, userAgent: string): Promise<string[] | null> {
  const person = byEmail.get(form.get('email')) as
    { id: string; passwordHash: string; deactivatedAt: number | null } | undefined;
  const right = await verifyPassword(person?.passwordHash ?? null, form.get('password') ?? '');
  if (!person || !right || person.deactivatedAt !== null) return null;
  const [session, device] = [token(), token()];
  comeIn.immediate(person.id, session, device, userAgent);
  return [`guildhall=${session}; HttpOnly; SameSite=Lax; Path=/`, `known-device=${device}; HttpOnly; Path=/`];
}
