/**
 * A small company in which anybody tries anything, through the same commands that the pages use: whoever looks at an
 * enrolment has the part in it that the app gives them. What comes of it is looked at after each attempt.
 */
import { eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { listAmongAlumni } from '#app/champions/directory.server.ts';
import { isOngoing, possible, steps } from '#app/champions/enrolment.ts';
import { apply, standingOf, takeStep } from '#app/champions/enrolments.server.ts';
import { nameManager } from '#app/champions/named-manager.server.ts';
import { endForLeavers } from '#app/champions/reminders.server.ts';
import { visibleEnrolment } from '#app/champions/visible.server.ts';
import { archiveSquad, unarchiveSquad } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments, enrolmentSteps } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { faultsOf } from './enrolment-faults.ts';
import { onboarded } from './volunteers.ts';

const verbs = ['apply', 'apply', 'step', 'onboard', 'name', 'list', 'house'] as const;

/** One attempt: who tries what on what. Numbers choose among what there is. */
export const attempt = fc.record({
  verb: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...verbs) },
    { weight: 1, arbitrary: fc.constantFrom('archive' as const, 'close' as const) },
    { weight: 5, arbitrary: fc.constant('possible' as const) },
  ),
  who: fc.nat({ max: 4 }),
  which: fc.nat({ max: 9 }),
  step: fc.constantFrom(...steps),
  hoursPerMonth: fc.oneof(fc.constant(20), fc.integer({ min: -1, max: 200 })),
  after: fc.oneof(fc.nat({ max: day }), fc.nat({ max: 400 * day })),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

type World = { people: TestPerson[]; squads: { id: string }[]; keeper: TestPerson };

/** Two applicants, two managers, an organiser; two squads that both applicants belong to. */
async function newWorld(): Promise<World> {
  // Addresses are made of names: worlds without number need names of their own.
  const called = (name: string) => `${name} ${newId()}`;
  const people = [
    await somebody(called('Ada')),
    await somebody(called('Bo')),
    await somebody(called('Max')),
    await somebody(called('Mia')),
    await somebody(called('Olga'), 'organiser'),
  ];
  const [ada, bo] = people as [TestPerson, TestPerson];
  return {
    people,
    squads: [await squadOf(called('One'), ada, bo), await squadOf(called('Two'), ada, bo)],
    keeper: await somebody(called('Wei'), 'administrator'),
  };
}

const rowsOf = ({ people }: World) =>
  db.read
    .select()
    .from(enrolments)
    .where(
      inArray(
        enrolments.personId,
        people.map(({ id }) => id),
      ),
    )
    .orderBy(enrolments.appliedAt, enrolments.id);

/** Does what was tried, as far as the app lets it. */
async function perform(world: World, tried: Attempt, at: number): Promise<void> {
  const who = world.people[tried.who]!;
  const manager = world.people[2 + (tried.which % 2)]!;
  const squad = world.squads[tried.which % 2]!;
  if (tried.verb === 'apply') {
    await apply(who, { squadId: squad.id, managerEmail: manager.email, word: '' }, at);
    return;
  }
  if (tried.verb === 'archive') {
    const [row] = await db.read.select().from(squads).where(eq(squads.id, squad.id));
    await (row!.archivedAt === null ? archiveSquad : unarchiveSquad)(world.keeper, squad.id, at);
    return;
  }
  if (tried.verb === 'close') {
    const { deactivated } = { deactivated: false, ...(await deactivate(world.keeper, who.id, at)) };
    if (!deactivated) await reactivate(world.keeper, who.id, at);
    return;
  }
  if (tried.verb === 'house') return endForLeavers(at);
  const rows = await rowsOf(world);
  const row = rows[tried.which % Math.max(rows.length, 1)];
  if (!row) return;
  if (tried.verb === 'possible') return takeOneThatIsPossible(world, row, tried, at);
  const found = await visibleEnrolment(who, row.id);
  if (!found) return;
  const by = { id: who.id, part: found.part };
  if (tried.verb === 'onboard') await onboarded(row.id, who, at);
  else if (tried.verb === 'name') await nameManager(row.id, who, manager.email, at);
  else if (tried.verb === 'list') await listAmongAlumni(row.id, tried.which % 2 === 0, at);
  else await takeStep(row.id, tried.step, { by, hoursPerMonth: tried.hoursPerMonth, now: at });
}

/** Lets whoever may take a step take one of theirs: chance alone would seldom come far along the way. */
async function takeOneThatIsPossible(
  { people }: World,
  row: typeof enrolments.$inferSelect,
  tried: Attempt,
  at: number,
): Promise<void> {
  for (const one of people) {
    const part = (await visibleEnrolment(one, row.id))?.part ?? null;
    const open = possible(standingOf(row), part, at);
    if (open.length === 0 || (part === 'person' && row.state === 'applied' && tried.which !== 0)) continue;
    const step = open[tried.which % open.length]!;
    if (step === 'started') await onboarded(row.id, one, at);
    await takeStep(row.id, step, { by: { id: one.id, part: part! }, hoursPerMonth: 20, now: at });
    return;
  }
}

/** What is wrong in a world, however it came about; nothing, if all is well. */
async function faultsIn(world: World): Promise<string[]> {
  const rows = await rowsOf(world);
  const faults = rows.flatMap((row) => [
    ...faultsOf(standingOf(row)),
    ...(isOngoing(row.state) === (row.ongoing === `${row.personId} ${row.squadId}`)
      ? []
      : ['the key of what goes on']),
    ...(row.listedAt !== null && row.state !== 'stepped-down' ? [`${row.state}: among the alumni`] : []),
  ]);
  const goingOn = rows.filter(({ state }) => isOngoing(state)).map((row) => `${row.personId} ${row.squadId}`);
  if (new Set(goingOn).size < goingOn.length) faults.push('two go on of one person in one squad');
  for (const row of rows) {
    const taken = await db.read.select().from(enrolmentSteps).where(eq(enrolmentSteps.enrolmentId, row.id));
    const byWhom = (step: string) => taken.filter((one) => one.step === step).map(({ byId }) => byId);
    if (byWhom('applied').join() !== row.personId) faults.push('enrolled by somebody else');
    if (byWhom('started').some((id) => id !== row.personId)) faults.push('begun by somebody else');
    if (byWhom('agreed').includes(row.personId)) faults.push('agreed by the person themself');
    if (row.activeAt !== null && byWhom('agreed').length === 0) faults.push('active without an agreement');
  }
  return faults;
}

export type Seen = { attempts: number; enrolments: number; states: Set<string>; faults: string[] };

/** Lets a new company live through some attempts. Answers what was seen, and each fault that was. */
export async function live(attempts: Attempt[]): Promise<Seen> {
  const world = await newWorld();
  const seen: Seen = { attempts: 0, enrolments: 0, states: new Set(), faults: [] };
  let at = now;
  for (const tried of attempts) {
    at += tried.after + 1;
    await perform(world, tried, at);
    seen.attempts += 1;
    seen.faults.push(...(await faultsIn(world)));
    for (const { state } of await rowsOf(world)) seen.states.add(state);
  }
  seen.enrolments = (await rowsOf(world)).length;
  return seen;
}
