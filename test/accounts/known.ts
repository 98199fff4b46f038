/** What the tests of this room ask the database about. */
import { eq } from 'drizzle-orm';

import { hashPassword } from '#app/accounts/password.server.ts';
import { db } from '#db/database.server.ts';
import { auditEntries, people, roles, sessions } from '#db/schema/accounts.ts';
import { notices } from '#db/schema/notices.ts';

export const password = 'seven green otters';
const hash = await hashPassword(password);

/** Gives somebody the password above. */
export const withPassword = async <P extends { id: string }>(person: P): Promise<P> => {
  await db.write((tx) => tx.update(people).set({ passwordHash: hash }).where(eq(people.id, person.id)));
  return person;
};

export const eventsOf = async (actor: { id: string }) =>
  (await db.read.select().from(auditEntries).where(eq(auditEntries.actorId, actor.id))).map(
    (one) => one.event,
  );

export const entriesOf = (actor: { id: string }) =>
  db.read.select().from(auditEntries).where(eq(auditEntries.actorId, actor.id));

export const noticesTold = async (person: { id: string }) =>
  (await db.read.select().from(notices).where(eq(notices.personId, person.id))).map((one) => one.text);

export const openSessions = async (person: { id: string }) =>
  (await db.read.select().from(sessions).where(eq(sessions.personId, person.id))).length;

export const rolesHeld = async (person: { id: string }) =>
  (await db.read.select().from(roles).where(eq(roles.personId, person.id)))
    .filter((one) => one.renouncedAt === null)
    .map((one) => one.role);
