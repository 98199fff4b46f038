/** How somebody becomes a champion and stops being one: each step a row with who and when. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments, onboardingMarks } from '#db/schema/champions.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import { askedManagers } from './asked-managers.server.ts';
import { isOngoing, type Part, type Refusal, type Standing, type Step, take } from './enrolment.ts';
import { isReady, keptMarks } from './onboarding.server.ts';
import { noteStep } from './steps.server.ts';
import { tellOfApplication, tellOfStep } from './telling.server.ts';

type Applicant = { id: string; name: string; email: string };
type Application = { squadId: string; managerEmail: string | null; word: string };

export type ApplyRefusal =
  | { refused: 'already'; id: string }
  | { refused: 'squad-archived' | 'not-a-member' | 'own-manager' | 'no-manager' };

const ongoingKey = (personId: string, squadId: string) => `${personId} ${squadId}`;

/**
 * Applies, for oneself: there is no way to apply for somebody else. Of two tabs at once the second is led to what the
 * first made. An alumnus keeps what they know: the points of onboarding that need no doing again are marked already.
 */
export async function apply(
  person: Applicant,
  { squadId, managerEmail, word }: Application,
  now: number,
): Promise<{ id: string } | ApplyRefusal> {
  if (managerEmail === person.email) return { refused: 'own-manager' };
  return db.write(async (tx) => {
    const [squad] = await tx.select().from(squads).where(eq(squads.id, squadId));
    const ongoing = ongoingKey(person.id, squadId);
    const [already] = await tx
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(eq(enrolments.ongoing, ongoing));
    if (already) return { refused: 'already', id: already.id };
    const [member] = await tx
      .select({ id: squadMembers.id })
      .from(squadMembers)
      .where(
        and(
          eq(squadMembers.squadId, squadId),
          eq(squadMembers.personId, person.id),
          isNull(squadMembers.leftAt),
        ),
      );
    if (!squad || !member) return { refused: 'not-a-member' };
    if (squad.archivedAt !== null) return { refused: 'squad-archived' };
    const managers = await askedManagers({ personId: person.id, managerEmail });
    if (managers.length === 0 && managerEmail === null) return { refused: 'no-manager' };
    const id = newId();
    await tx.insert(enrolments).values({
      id,
      personId: person.id,
      squadId,
      state: 'applied',
      ongoing,
      managerEmail,
      appliedAt: now,
    });
    await noteStep(tx, { enrolmentId: id, step: 'applied', byId: person.id, at: now, note: word });
    for (const mark of await keptMarks(person.id, id)) await tx.insert(onboardingMarks).values(mark);
    await tellOfApplication(tx, { id, person, squad: squad.name, managers, managerEmail }, now);
    return { id };
  });
}

/** The last time somebody was a champion and stopped, or null: what an alumnus comes back to. */
export async function earlierOf(personId: string) {
  const [earlier] = await db.read
    .select({
      id: enrolments.id,
      squadId: enrolments.squadId,
      squad: squads.name,
      managerEmail: enrolments.managerEmail,
      activeAt: enrolments.activeAt,
      endedAt: enrolments.endedAt,
    })
    .from(enrolments)
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(
      and(
        eq(enrolments.personId, personId),
        eq(enrolments.state, 'stepped-down'),
        isNotNull(enrolments.activeAt),
      ),
    )
    .orderBy(desc(enrolments.appliedAt), desc(enrolments.id))
    .limit(1);
  return earlier ?? null;
}

type Taking = { by: { id: string; part: Part } | null; hoursPerMonth?: number; note?: string; now: number };
export type StepRefusal = Refusal | 'another-goes-on';

/**
 * Takes a step for an enrolment that was looked up through the viewer; `by` null is the house. What was refused has
 * changed nothing.
 */
export async function takeStep(
  id: string,
  step: Step,
  { by, hoursPerMonth, note, now }: Taking,
): Promise<{ taken: Standing } | { refused: StepRefusal }> {
  return db.write(async (tx) => {
    const [row] = await tx
      .select({ enrolment: enrolments, squad: squads.name, archivedAt: squads.archivedAt })
      .from(enrolments)
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .where(eq(enrolments.id, id));
    if (!row) return { refused: 'not-now' };
    const { enrolment, squad, archivedAt } = row;
    const part = by === null ? 'house' : by.part;
    const after = take(step, standingOf(enrolment), part, now, {
      hoursPerMonth,
      ready: step === 'started' && (await isReady(id)),
      squadArchived: archivedAt !== null,
    });
    if ('refused' in after) return after;
    const ongoing = isOngoing(after.state) ? ongoingKey(enrolment.personId, enrolment.squadId) : null;
    if (ongoing !== null && enrolment.ongoing === null) {
      if (await tx.$count(enrolments, eq(enrolments.ongoing, ongoing))) return { refused: 'another-goes-on' };
    }
    await tx
      .update(enrolments)
      .set({ ...after, ongoing, ...(isOngoing(after.state) && { listedAt: null }) })
      .where(eq(enrolments.id, id));
    await noteStep(tx, { enrolmentId: id, step, byId: by?.id ?? null, at: now, note, hoursPerMonth });
    await tellOfStep(tx, { ...enrolment, squad }, step, { byId: by?.id ?? null, hoursPerMonth, now });
    return { taken: after };
  });
}

/** What the rules ask for, of a row. */
export const standingOf = ({
  state,
  hoursPerMonth,
  appliedAt,
  agreedAt,
  activeAt,
  renewedAt,
  endedAt,
}: typeof enrolments.$inferSelect): Standing => ({
  state,
  hoursPerMonth,
  appliedAt,
  agreedAt,
  activeAt,
  renewedAt,
  endedAt,
});
