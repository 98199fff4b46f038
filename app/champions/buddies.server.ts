import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';
import { holdsText } from '#db/text.ts';

import type { Part } from './enrolment.ts';
import { noteStep } from './steps.server.ts';

const MOST = 8;

const champions = () =>
  db.read.select({ id: enrolments.personId }).from(enrolments).where(eq(enrolments.state, 'active'));
const organisers = () =>
  db.read
    .select({ id: roles.personId })
    .from(roles)
    .where(and(eq(roles.role, 'organiser'), isNull(roles.renouncedAt)));

const isCandidate = (personId: string) =>
  and(
    isNull(people.deactivatedAt),
    ne(people.id, personId),
    or(inArray(people.id, champions()), inArray(people.id, organisers())),
  );

/** Who could be somebody's buddy: active champions and organisers, the first few by name of those a search finds. */
export const possibleBuddies = (
  personId: string,
  search: string,
): Promise<{ id: string; name: string; email: string }[]> =>
  db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        isCandidate(personId),
        search ? or(holdsText(people.name, search), holdsText(people.email, search)) : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST);

/** Chooses a buddy, who is told; another one takes the place of the one before. By the person alone. */
export async function chooseBuddy(
  enrolmentId: string,
  buddyId: string,
  by: { id: string; part: Part },
  now: number,
): Promise<{ name: string } | { refused: 'not-now' | 'not-yours' | 'nobody' }> {
  if (by.part !== 'person') return { refused: 'not-yours' };
  return db.write(async (tx) => {
    const [row] = await tx
      .select({
        state: enrolments.state,
        before: enrolments.buddyId,
        squad: squads.name,
        person: people.name,
      })
      .from(enrolments)
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(eq(enrolments.id, enrolmentId));
    if (row?.state !== 'onboarding' && row?.state !== 'active') return { refused: 'not-now' };
    const [buddy] = await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(eq(people.id, buddyId), isCandidate(by.id)));
    if (!buddy) return { refused: 'nobody' };
    if (row.before === buddyId) return { name: buddy.name };
    await tx.update(enrolments).set({ buddyId }).where(eq(enrolments.id, enrolmentId));
    await noteStep(tx, { enrolmentId, step: 'buddy-chosen', byId: by.id, at: now });
    await tell(tx, {
      personId: buddyId,
      kind: 'enrolment',
      text: `${row.person}, new champion of ${row.squad}, would like you as a buddy for the first three months.`,
      path: paths.enrolment(enrolmentId),
      now,
    });
    return { name: buddy.name };
  });
}

/** Ends the pairing, by either of the two; the other is told. */
export async function leaveBuddy(
  enrolmentId: string,
  by: { id: string; name: string; part: Part },
  now: number,
): Promise<{ ended: boolean } | { refused: 'not-yours' }> {
  if (by.part !== 'person' && by.part !== 'buddy') return { refused: 'not-yours' };
  return db.write(async (tx) => {
    const [row] = await tx.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
    if (!row?.buddyId) return { ended: false };
    await tx.update(enrolments).set({ buddyId: null }).where(eq(enrolments.id, enrolmentId));
    await noteStep(tx, { enrolmentId, step: 'buddy-left', byId: by.id, at: now });
    const [other, text, path] =
      by.part === 'person'
        ? [
            row.buddyId,
            `${by.name} no longer needs you as a buddy. Thank you for the time.`,
            paths.champions(),
          ]
        : [
            row.personId,
            `${by.name} cannot be your buddy any longer. Choose another when you like.`,
            paths.enrolment(enrolmentId),
          ];
    await tell(tx, { personId: other, kind: 'enrolment', text, path, now });
    return { ended: true };
  });
}
