import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { writeReportLetter } from '#app/insight/report-letter.server.ts';
import { postReports } from '#app/insight/report-mails.server.ts';
import { addSponsor, endSponsoring, resumeSponsoring, sponsoring } from '#app/insight/sponsors.server.ts';
import { chooseKinds } from '#app/notices/muted.server.ts';
import { switchable } from '#app/notices/kinds.ts';
import { db } from '#db/database.server.ts';
import { figures, reportMails, sponsors } from '#db/schema/insight.ts';
import { messages, notices } from '#db/schema/notices.ts';
import { messagesFor } from '#test/notices/posted.ts';
import { day, hour } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { found, inAuckland, squadSince } from './report-world.ts';

let priya: TestPerson, greta: TestPerson;
const begun = inAuckland('2026-02-10T09:00');
const firstOfMarch = inAuckland('2026-03-01T00:00');

beforeAll(async () => {
  await found();
  priya = await somebody('Priya Raman', 'organiser');
  await squadSince('Payments', Date.UTC(2025, 0, 10));
});
beforeEach(async () => {
  greta = await somebody('Greta Holm');
  await addSponsor(priya, greta, begun);
  await db.write((tx) => tx.delete(messages));
});
afterEach(() =>
  db.write(async (tx) => {
    for (const table of [messages, notices, reportMails, sponsors, figures]) await tx.delete(table);
  }),
);

const reports = async (person: { id: string }) =>
  (await messagesFor(person))
    .filter(({ kind }) => kind === 'monthly-report')
    .map(({ subjectId }) => subjectId);

it('posts the month that is over, once, from the first moment of the next by the clocks here', async () => {
  await postReports(firstOfMarch - 1);
  // January had ended before she was a sponsor.
  expect(await reports(greta)).toEqual([]);
  await postReports(firstOfMarch);
  await postReports(firstOfMarch + hour);
  expect(await reports(greta)).toEqual(['2026-02']);
  await postReports(inAuckland('2026-04-03T08:00'));
  expect(await reports(greta)).toEqual(['2026-02', '2026-03']);
});

it('posts once where two instances do it at once, and late where the house was down', async () => {
  await Promise.all([postReports(firstOfMarch + 9 * day), postReports(firstOfMarch + 9 * day)]);
  expect(await reports(greta)).toEqual(['2026-02']);
});

it('counts first what was not counted since the month ended', async () => {
  await postReports(firstOfMarch);
  const kept = await db.read.select().from(figures);
  expect(new Set(kept.map(({ month }) => month))).toEqual(new Set(['2026-02']));
  const letter = await writeReportLetter(
    { personId: greta.id, kind: 'monthly-report', subjectId: '2026-02' },
    firstOfMarch,
  );
  expect(letter!.subject).toContain('February 2026');
  expect(letter!.text).toMatch(/Squads with a champion: 0 % \(0 of 1\)/);
  expect(letter!.text).toMatch(/Target: Squads with a champion: at least 80 %\. Not on target\./);
  expect(letter!.text).toContain('Hours promised and reported (January 2026)\n');
  expect(letter!.text).toContain('Active champions: fewer than five people');
  expect(letter!.text).toMatch(/What it cannot tell: /);
  expect(letter!.text).toContain('/report\n');
});

it('goes to nobody who has left, ended it, or does without it', async () => {
  const [olga, ines, wei] = [await somebody('Olga'), await somebody('Ines'), await somebody('Wei')];
  for (const person of [olga, ines, wei]) await addSponsor(priya, person, begun);
  await deactivate(await somebody('Anna', 'administrator'), olga.id, begun + day);
  await endSponsoring(ines, (await sponsoring(ines.id))!, begun + day);
  await chooseKinds(
    wei,
    switchable.filter((kind) => kind !== 'report'),
    begun + day,
  );
  await postReports(firstOfMarch);
  for (const person of [olga, ines, wei]) expect(await reports(person)).toEqual([]);
  expect(await reports(greta)).toEqual(['2026-02']);
  // What was posted before somebody ended it is not sent any more.
  await endSponsoring(greta, (await sponsoring(greta.id))!, firstOfMarch + hour);
  const about = { personId: greta.id, kind: 'monthly-report', subjectId: '2026-02' };
  expect(await writeReportLetter(about, firstOfMarch + hour)).toBeNull();
});

it('is ended by its person or an organiser, by nobody else, and taken up again once', async () => {
  const jonas = await somebody('Jonas Brandt');
  const id = (await sponsoring(greta.id))!;
  expect(await endSponsoring(jonas, id, begun)).toBeNull();
  expect(await sponsoring(greta.id)).toBe(id);
  expect(await endSponsoring(greta, id, begun + 1)).toMatchObject({ personId: greta.id });
  expect(await sponsoring(greta.id)).toBeNull();
  expect(await resumeSponsoring(jonas, id)).toBeNull();
  expect(await resumeSponsoring(greta, id)).toMatchObject({ personId: greta.id });
  expect(await sponsoring(greta.id)).toBe(id);
  await endSponsoring(priya, id, begun + 2);
  await addSponsor(priya, greta, begun + 3);
  expect(await addSponsor(priya, greta, begun + 4)).toEqual({ refused: 'already' });
  expect(await resumeSponsoring(greta, id)).toEqual({ refused: 'already' });
});
