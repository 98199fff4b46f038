/** A volunteer on the way to being a champion, straight into the database by the room's own commands. */
import { apply, takeStep } from '#app/champions/enrolments.server.ts';
import { pointsOf } from '#app/champions/checklist.ts';
import { onboarding } from '#app/champions/content.server.ts';
import { mark } from '#app/champions/onboarding.server.ts';
import { now } from '#test/support/clock.ts';
import { squadOf, type TestPerson } from '#test/support/people.ts';

type Somebody = Pick<TestPerson, 'id' | 'name' | 'email'>;

/** Applies to a squad, naming a manager. Returns the enrolment's id. */
export async function applied(
  person: Somebody,
  squad: { id: string },
  manager: { email: string },
  at = now,
): Promise<string> {
  const made = await apply(person, { squadId: squad.id, managerEmail: manager.email, word: '' }, at);
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

/** Marks everything the onboarding asks for. */
export async function onboarded(id: string, person: Somebody, at = now): Promise<void> {
  for (const { key } of pointsOf(onboarding()))
    await mark(id, { key, done: true, by: { id: person.id, part: 'person' }, now: at });
}

/** Somebody active from a moment on, as the champion of a squad (a new one of their own, where none is given) with hours agreed. */
export async function champion(
  person: Somebody,
  manager: Somebody,
  { squad, at = now, hours = 35 }: { squad?: { id: string }; at?: number; hours?: number } = {},
): Promise<{ id: string; squadId: string }> {
  const of = squad ?? (await squadOf(`Squad of ${person.id}`, person));
  const id = await applied(person, of, manager, at - 2);
  const agreed = { by: { id: manager.id, part: 'manager' as const }, hoursPerMonth: hours, now: at - 1 };
  await takeStep(id, 'agreed', agreed);
  await onboarded(id, person, at);
  const taken = await takeStep(id, 'started', { by: { id: person.id, part: 'person' }, now: at });
  if ('refused' in taken) throw new Error(taken.refused);
  return { id, squadId: of.id };
}
