/** Who is told of what happens to an enrolment, in the transaction in which it does. */
import { and, eq, isNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people, roles } from '#db/schema/accounts.ts';
import type { enrolments } from '#db/schema/champions.ts';

import { askedManagers } from './asked-managers.server.ts';
import type { Step } from './enrolment.ts';

type Asked = {
  id: string;
  person: { id: string; name: string };
  squad: string;
  managers: { id: string }[];
  managerEmail: string | null;
};

/** Asks the managers to agree hours; where nobody here has the address that was named, organisers can invite them. */
export async function tellOfApplication(tx: Tx, asked: Asked, now: number): Promise<void> {
  const { id, person, squad, managers, managerEmail } = asked;
  for (const manager of managers)
    await tell(tx, {
      personId: manager.id,
      kind: 'agreement',
      text: `${person.name} would like to be a champion of ${squad} and asks you to agree the time for it.`,
      path: paths.enrolmentAgreement(id),
      now,
    });
  if (managers.length > 0) return;
  for (const organiser of await organisersButFor(person.id))
    await tell(tx, {
      personId: organiser.id,
      kind: 'enrolment',
      text: `${person.name} would like to be a champion of ${squad}. Their manager, ${managerEmail}, has no account here yet: an invitation would let them agree the time.`,
      path: paths.enrolment(id),
      now,
    });
}

const organisersButFor = async (personId: string) => {
  const rows = await db.read
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(roles.role, 'organiser'), isNull(roles.renouncedAt)));
  return rows.filter(({ id }) => id !== personId);
};

type Enrolled = typeof enrolments.$inferSelect & { squad: string };
type Told = { byId: string | null; hoursPerMonth?: number | undefined; now: number };

/** What the person hears when their manager takes a step. */
const toPerson: Partial<Record<Step, (by: string, squad: string, hours?: number) => string>> = {
  agreed: (by, squad, hours) =>
    `${by} agreed ${hours} hours a month for you as champion of ${squad}. Your onboarding is open.`,
  'hours-changed': (by, squad, hours) =>
    `${by} set your time as champion of ${squad} to ${hours} hours a month.`,
  'agreement-undone': (by, squad) => `${by} took back the agreement for ${squad}, to look at it again.`,
  declined: (by, squad) =>
    `${by} could not agree the time for ${squad} now. What they wrote is with your application; you can apply again whenever it suits.`,
  'decline-undone': (by, squad) => `${by} opened your application for ${squad} again.`,
};

/** What managers and the buddy hear when the person takes a step. */
const toOthers: Partial<Record<Step, (person: string, squad: string) => string>> = {
  withdrawn: (person, squad) =>
    `${person} withdrew the application as champion of ${squad}. There is nothing left to do.`,
  'withdrawal-undone': (person, squad) => `${person} took up the application as champion of ${squad} again.`,
  started: (person, squad) => `${person} is a champion of ${squad} from today.`,
  renewed: (person, squad) => `${person} stays champion of ${squad} for another year.`,
  'stepped-down': (person, squad) => `${person} has stepped down as champion of ${squad}.`,
  'stepping-down-undone': (person, squad) => `${person} is a champion of ${squad} again.`,
};

/** Tells those a step concerns, but for whoever took it. */
export async function tellOfStep(tx: Tx, enrolled: Enrolled, step: Step, told: Told): Promise<void> {
  const { id, personId, buddyId, squad } = enrolled;
  const { byId, hoursPerMonth, now } = told;
  const path = paths.enrolment(id);
  const names = await namesOf([byId, personId]);
  const forPerson = toPerson[step]?.(names.get(byId ?? '') ?? 'Your manager', squad, hoursPerMonth);
  if (forPerson) await tell(tx, { personId, kind: 'enrolment', text: forPerson, path, now });
  const forOthers = toOthers[step]?.(names.get(personId) ?? 'Somebody', squad);
  if (!forOthers) return;
  const others = new Set([...(await askedManagers(enrolled)).map((manager) => manager.id), buddyId]);
  for (const other of others)
    if (other && other !== byId)
      await tell(tx, { personId: other, kind: 'enrolment', text: forOthers, path, now });
}
