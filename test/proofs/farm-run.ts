/**
 * Run by farm-ratio.proof.ts with a database of its own. A year in which somebody does all they can for the sake of being
 * recognised, alone and with two colluders, while everybody else is honest: prints what they got, as JSON.
 */
import { moveTo } from './farm-clock.ts';

const NEW_YEAR = Date.UTC(2027, 0, 1);
moveTo(NEW_YEAR + 9 * 3_600_000);

const { db } = await import('#db/database.server.ts');
await db.migrate();
// What reads the database is loaded once there is one.
const { actingRoutes, farmer } = await import('./farm-house.ts');
const tricks = await import('./farm-tricks.ts');
const { postEverything } = await import('./farm-forms.ts');
const { honestHouse, honestMonth, honestTalk } = await import('./farm-honest.ts');
const { sumOf, unitsOf } = await import('./farm-units.ts');
const { squadOf } = await import('#test/support/people.ts');
const { meetingOn, seriesOf } = await import('#test/meetings/known.ts');
const { endMeeting, startMeeting } = await import('#app/meetings/running.server.ts');
const { keepStandings } = await import('#app/belts/keeping.server.ts');
const { keepRecognition } = await import('#app/recognition/keeping.server.ts');
const { closeAttempts } = await import('#app/training/finishing.server.ts');
const { curriculum } = await import('#app/training/curriculum.server.ts');
const { contentAwards } = await import('#app/recognition/rules.server.ts');
const { facts } = await import('#db/schema/facts.ts');
const { newId } = await import('#db/ids.ts');
const { paths } = await import('#app/paths.ts');

const DAY = 86_400_000;
const year = { from: NEW_YEAR, to: NEW_YEAR + 365 * DAY };
const MONTHS = Number(process.argv[2] ?? 12);
const { eq } = await import('drizzle-orm');
const never = new AbortController().signal;
const tell = (line: string) => process.stderr.write(`${line}\n`);

const organisers = [await farmer('Mara Lindqvist', 'organiser'), await farmer('Jonas Brandt', 'organiser')];
const series = await seriesOf(organisers[0]!);

async function threeIn(squad: string, ...names: string[]) {
  const people = [];
  for (const name of names) people.push(await farmer(name));
  const [selfish, ...colluders] = people;
  return { selfish: selfish!, colluders, squadId: (await squadOf(squad, ...people)).id };
}
const alone = await threeIn('Search', 'Ivo Alone');
const trio = await threeIn('Payments', 'Rex Selfish', 'Pat Colluder', 'Sam Colluder');
const honest = await honestHouse();
const done = { posted: new Set<string>(), routes: new Set<string>(), requests: 0 };

/** Whatever the house does by itself. */
async function tend(): Promise<void> {
  await closeAttempts(Date.now());
  for (let times = 0; times < 2; times += 1) {
    await keepStandings(Date.now(), never);
    await keepRecognition(Date.now(), never);
  }
}

const gains: Record<string, number> = {};
/** Does something for the three, and says what it brought. */
async function attempt(called: string, work: () => Promise<unknown>): Promise<void> {
  const before = sumOf(await unitsOf(trio.selfish.id, year));
  try {
    await work();
  } catch (error) {
    tell(`${called}: ${(error as Error).message}`);
  }
  await tend();
  const gained = sumOf(await unitsOf(trio.selfish.id, year)) - before;
  gains[called] = (gains[called] ?? 0) + gained;
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
for (let month = 0; month < MONTHS; month += 1) {
  const first = Date.UTC(2027, month, 4, 9);
  moveTo(first);
  const everybody = [trio.selfish, ...trio.colluders, alone.selfish, ...organisers];
  everybody.push(honest.champion, honest.eva, ...honest.mates, ...honest.others);
  for (const person of everybody) await person.comeBack();
  const { selfish, colluders } = trio;
  const [pat, sam] = colluders as [(typeof colluders)[0], (typeof colluders)[0]];
  const meeting = await meetingOn(series, dayOf(first + 2 * DAY));

  await attempt('thanks, taken back and given again', () => tricks.thankAndShow(trio));
  await attempt('sessions that never were', async () => {
    for (const ago of [1, 200 + month * 30, 800])
      await tricks.session(selfish, colluders, dayOf(first - ago * DAY));
  });
  const items: string[] = [];
  await attempt('near misses, invented', async () => {
    for (const [nth, author] of [selfish, selfish, pat].entries()) {
      const invented = await tricks.inventNearMiss(author, selfish, month * 10 + nth);
      items.push(...invented.items);
      await selfish.submit(paths.postmortemOnAgenda(invented.id), { series: series.id });
    }
  });
  await attempt('fixes, verified again and again', () => tricks.verifyAgain(trio, items));
  if (month === 0)
    await attempt('a champion by a colluder as manager', async () => {
      await tricks.enrol(trio, selfish, pat);
      for (const colluder of colluders) {
        const id = await tricks.enrol(trio, colluder, selfish);
        await colluder.submit(paths.enrolmentBuddy(id), { buddy: selfish.id });
      }
    });
  if (month < 3)
    await attempt('quizzes, with the answers learned', async () => {
      for (const { key } of curriculum())
        for (const one of [selfish, pat, sam]) await tricks.passQuiz(one, key);
    });
  await attempt('nominated by each other', async () => {
    for (const { key } of contentAwards())
      for (const colluder of colluders)
        await colluder.submit(paths.newNomination(), {
          id: newId(),
          person: selfish.email,
          award: key,
          reason: 'They did it all by themselves.',
          known: 'no',
        });
  });
  await attempt('evidence, approved by each other', async () => {
    for (const requirement of ['green/sast-scan', 'green/owasp-explained']) {
      const begun = await selfish.submit(paths.newEvidence(), { requirement, kind: 'evidence' });
      const id = /\/evidence\/([0-9a-z]{16})/.exec(begun.to)?.[1] ?? '';
      const written = { text: 'We did it.', links: 'https://example.com' };
      await selfish.fillIn(paths.editEvidence(id), 'text', written);
      for (const colluder of colluders)
        await selfish.submit(paths.evidenceColleagues(id), { person: colluder.email });
      await selfish.submit(paths.evidenceSubmission(id));
      await tricks.confirmAll(colluders);
      for (const colluder of colluders)
        await colluder.submit(paths.evidenceApproval(id), { note: 'Good.', round: '1' });
    }
  });
  if (month % 3 === 0)
    await attempt('every form there is', async () => {
      for (const one of [selfish, pat, sam]) await postEverything(one, trio, done, 2);
    });
  const guild = { meetingId: meeting.id, organisers };
  await honestMonth(honest, month, dayOf(first), guild);
  const talk = month % 3 === 1 ? await honestTalk(honest, guild) : null;
  // The hour of the guild: what was not shown to anybody is not ticked off by whoever runs it.
  moveTo(meeting.startsAt + 60_000);
  await startMeeting(meeting.id, organisers[0]!, Date.now());
  if (month % 6 === 1)
    await attempt('every form, while the guild meets', async () => {
      for (const one of [selfish, pat]) await postEverything(one, trio, done, 1);
    });
  await talk?.();
  moveTo(meeting.startsAt + 3_600_000);
  await endMeeting(meeting.id, { from: '', done: false }, organisers[0]!, Date.now());
  await attempt('all of it shown', () => tricks.showAll(selfish));

  await tricks.inventNearMiss(alone.selfish, alone.selfish, month);
  if (month < 3) for (const { key } of curriculum()) await tricks.passQuiz(alone.selfish, key);
  await tend();
  const sofar = await unitsOf(selfish.id, year);
  tell(`month ${month + 1}: ${sumOf(sofar)} units, ${JSON.stringify(sofar.by)}; ${done.requests} requests`);
}
/** What the three brought about: a trick that never worked proves nothing. */
const happened: Record<string, number> = {};
for (const person of [trio.selfish, ...trio.colluders])
  for (const { kind } of await db.read.select().from(facts).where(eq(facts.personId, person.id)))
    happened[kind] = (happened[kind] ?? 0) + 1;
const honestUnits = await unitsOf(honest.champion.id, year);
const seen = {
  happened,
  honest: sumOf(honestUnits),
  honestBy: honestUnits.by,
  alone: sumOf(await unitsOf(alone.selfish.id, year)),
  together: sumOf(await unitsOf(trio.selfish.id, year)),
  by: (await unitsOf(trio.selfish.id, year)).by,
  gains,
  forms: done.posted.size,
  routes: `${done.routes.size} of ${actingRoutes.length}`,
  unmet: actingRoutes.filter((route) => !done.routes.has(route)),
  requests: done.requests,
};
await db.close();
process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit(0);
