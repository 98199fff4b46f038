/** How people come to a review: its person, whoever it is shared with now, and nobody else. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { paths } from '#app/paths.ts';
import { yearAt } from '#app/recognition/review.ts';
import { db } from '#db/database.server.ts';
import { notices } from '#db/schema/notices.ts';
import { reviews, reviewShares } from '#db/schema/recognition.ts';
import { sentBy, submit, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { fixBy, managedBy, thanked } from './review-world.ts';

// The routes ask the clock: what is to be in the year happened a moment ago.
const year = yearAt(Date.now(), 'UTC');
const at = Math.max(Date.now() - 60_000, Date.UTC(year, 0, 1));

let jonas: TestPerson;
let priya: TestPerson;
let others: TestPerson[];
let id: string;

const idOf = (response: Response) => response.headers.get('Location')!.split('/').at(-1)!;
const pages = () => [paths.review(id), paths.reviewPrint(id, 'a4'), paths.reviewPrint(id, 'letter')];
const statuses = (as: TestPerson, of: string[]) =>
  Promise.all(of.map(async (path) => (await visit(path, { as })).status));
const shares = () => db.read.select().from(reviewShares).where(eq(reviewShares.reviewId, id));
const review = async () => (await db.read.select().from(reviews).where(eq(reviews.id, id)))[0]!;

beforeAll(async () => {
  jonas = await somebody('Jonas Brandt');
  priya = await somebody('Priya Raman');
  others = [
    await somebody('Ines Moreau'),
    await somebody('Tom Adeyemi', 'organiser'),
    await somebody('Ada Nilsson', 'administrator'),
    await somebody('Mara Lindqvist', 'organiser', 'administrator'),
  ];
  await managedBy(jonas, priya);
  await fixBy(jonas, others[0]!, { word: 'Quetzalcoatlus', reach: 'private', at });
  await fixBy(jonas, others[0]!, { word: 'Zebra', reach: 'everyone', at });
  id = idOf(await submit(paths.reviews(), { year: String(year) }, { as: jonas }));
});

it('is begun once, for this year or the last', async () => {
  expect(idOf(await submit(paths.reviews(), { year: String(year) }, { as: jonas }))).toBe(id);
  for (const other of [String(year - 2), String(year + 1), 'soon', ''])
    expect((await submit(paths.reviews(), { year: other }, { as: jonas })).headers.get('Location')).toBe(
      paths.reviews(),
    );
  expect(await db.read.$count(reviews)).toBe(1);
});

describe('before it is shared', () => {
  it('opens to its person alone, and is kept by no browser', async () => {
    expect(await statuses(jonas, pages())).toEqual([200, 200, 200]);
    for (const other of [priya, ...others]) expect(await statuses(other, pages())).toEqual([404, 404, 404]);
    const page = await visit(paths.review(id), { as: jonas });
    expect(page.headers.get('Cache-Control')).toContain('no-store');
    expect(await sentBy(page)).toContain('Quetzalcoatlus');
  });

  it('is written in, chosen for and shared by nobody else', async () => {
    for (const other of [priya, ...others]) {
      const post = async (path: string, fields: Record<string, string>) =>
        (await submit(path, fields, { as: other })).status;
      expect(await post(paths.reviewWords(id), { words: 'not theirs', version: '1' })).toBe(404);
      expect(await post(paths.reviewThanks(id), {})).toBe(404);
      expect(await post(paths.reviewSharing(id), { person: other.email })).toBe(404);
    }
    expect((await review()).words).toBe('');
    expect(await shares()).toEqual([]);
  });
});

it('keeps what was typed where another tab saved first', async () => {
  const write = (words: string) => submit(paths.reviewWords(id), { words, version: '1' }, { as: jonas });
  expect((await write('What the first tab says')).status).toBe(303);
  const second = await write('What the second tab says');
  expect(second.status).toBe(409);
  expect(await sentBy(second)).toMatch(/What the first tab says[^]*What the second tab says/);
  expect((await review()).words).toBe('What the first tab says');
  const long = await submit(
    paths.reviewWords(id),
    { words: 'x'.repeat(20_001), version: '2' },
    { as: jonas },
  );
  expect([long.status, (await sentBy(long)).includes('x'.repeat(20_001))]).toEqual([422, true]);
});

it('is shared with a manager by a button, and with anybody by name; who cannot be meant is told so', async () => {
  const share = async (fields: Record<string, string>) =>
    (await submit(paths.reviewSharing(id), fields, { as: jonas })).status;
  expect(await share({ manager: others[0]!.id })).toBe(422);
  expect(await share({ person: 'Nobody Atall' })).toBe(422);
  expect(await share({ person: '' })).toBe(422);
  expect(await share({ person: jonas.email })).toBe(422);
  expect(await shares()).toEqual([]);
  expect(await share({ manager: priya.id })).toBe(303);
  expect((await shares()).map(({ withId }) => withId)).toEqual([priya.id]);
  expect(await statuses(priya, pages())).toEqual([200, 200, 200]);
  for (const other of others) expect(await statuses(other, pages())).toEqual([404, 404, 404]);
});

it('says to whoever reads it nothing of what they may not see', async () => {
  for (const path of pages()) {
    const sent = await sentBy(await visit(path, { as: priya }));
    expect(sent).toContain('What the first tab says');
    expect(sent).toContain('Alert on the Zebra limit');
    expect(sent).not.toContain('Quetzalcoatlus');
  }
  // Nor who else reads it, and what was not put in.
  await thanked(others[1]!, jonas, { at, reason: 'for the Pteranodon runbook' });
  expect(await sentBy(await visit(paths.review(id), { as: priya }))).not.toMatch(/Pteranodon|"readers"/);
  expect(
    await statuses(priya, [paths.reviewWords(id), paths.reviewThanks(id), paths.reviewSharing(id)]),
  ).toEqual([404, 404, 404]);
});

it('shows the thanks that were put in', async () => {
  const page = await sentBy(await visit(paths.reviewThanks(id), { as: jonas }));
  const [, thanksId] = /name="shown" value="([^"]+)"/.exec(page)!;
  await submit(paths.reviewThanks(id), { shown: thanksId!, thanks: thanksId! }, { as: jonas });
  expect(await sentBy(await visit(paths.review(id), { as: priya }))).toMatch(/Pteranodon[^]*Tom Adeyemi/);
  await submit(paths.reviewThanks(id), { shown: thanksId! }, { as: jonas });
  expect(await sentBy(await visit(paths.review(id), { as: priya }))).not.toContain('Pteranodon');
});

it('closes at once when sharing ends, with its paper and where the notice led, until that is undone', async () => {
  const [share] = await shares();
  const ending = paths.reviewShareEnding(id, share!.id);
  const [notice] = await db.read.select().from(notices).where(eq(notices.personId, priya.id));
  expect((await submit(ending, {}, { as: priya })).headers.get('Location')).toBeNull();
  expect(await statuses(priya, pages())).toEqual([200, 200, 200]);
  await submit(ending, {}, { as: jonas });
  expect(await statuses(priya, [notice!.path!, ...pages()])).toEqual([404, 404, 404, 404]);
  await submit(ending, { undo: 'yes' }, { as: jonas });
  expect(await statuses(priya, pages())).toEqual([200, 200, 200]);
});

it('opens to nobody who has left', async () => {
  await deactivate(others[3]!, priya.id, Date.now());
  for (const path of pages()) expect((await visit(path, { as: priya })).status).not.toBe(200);
});
