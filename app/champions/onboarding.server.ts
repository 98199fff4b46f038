import { and, desc, eq, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { enrolments, onboardingMarks } from '#db/schema/champions.ts';

import { isMeetingKey } from './buddy-rhythm.ts';
import { pointsOf } from './checklist.ts';
import { onboarding } from './content.server.ts';
import type { Part, State } from './enrolment.ts';

/** What is marked as done, with who and when, by key. */
export async function marksOf(enrolmentId: string) {
  const rows = await db.read
    .select()
    .from(onboardingMarks)
    .where(eq(onboardingMarks.enrolmentId, enrolmentId));
  return new Map(rows.map(({ key, doneAt, doneBy }) => [key, { doneAt, doneBy }]));
}

/** Whether every point of the checklist, as it stands in `content/`, is done. */
export async function isReady(enrolmentId: string): Promise<boolean> {
  const marks = await marksOf(enrolmentId);
  return pointsOf(onboarding()).every(({ key }) => marks.has(key));
}

/** What an alumnus did before and need not do again, as marks of a new enrolment. */
export async function keptMarks(personId: string, enrolmentId: string) {
  const [earlier] = await db.read
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, personId),
        eq(enrolments.state, 'stepped-down'),
        isNotNull(enrolments.activeAt),
      ),
    )
    .orderBy(desc(enrolments.appliedAt), desc(enrolments.id))
    .limit(1);
  if (!earlier) return [];
  const marks = await marksOf(earlier.id);
  return pointsOf(onboarding()).flatMap(({ key, anew }) => {
    const mark = marks.get(key);
    return mark && !anew ? [{ enrolmentId, key, ...mark }] : [];
  });
}

type Marking = { key: string; done: boolean; by: { id: string; part: Part }; now: number };

/**
 * Whether a mark may be set or taken away now: points by the person while they are onboarding, meetings with the buddy
 * by either of the two, also afterwards.
 */
function mayMark(state: State, part: Part, key: string): boolean {
  if (isMeetingKey(key))
    return (state === 'onboarding' || state === 'active') && (part === 'person' || part === 'buddy');
  return (
    state === 'onboarding' && part === 'person' && pointsOf(onboarding()).some((point) => point.key === key)
  );
}

/** Marks a point or a meeting as done, or takes the mark away. Marking twice keeps the first. */
export async function mark(
  enrolmentId: string,
  { key, done, by, now }: Marking,
): Promise<{ marked: boolean } | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [row] = await tx
      .select({ state: enrolments.state })
      .from(enrolments)
      .where(eq(enrolments.id, enrolmentId));
    if (!row || !mayMark(row.state, by.part, key)) return { refused: 'not-now' };
    if (done) {
      await tx
        .insert(onboardingMarks)
        .values({ enrolmentId, key, doneAt: now, doneBy: by.id })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(onboardingMarks)
        .where(and(eq(onboardingMarks.enrolmentId, enrolmentId), eq(onboardingMarks.key, key)));
    }
    return { marked: done };
  });
}
