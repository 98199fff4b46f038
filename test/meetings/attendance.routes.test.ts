import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';

import { attendanceOf } from '#app/meetings/attendance.server.ts';
import { makeCode } from '#app/meetings/check-in.server.ts';
import { db } from '#db/database.server.ts';
import { meetings, type meetingSeries } from '#db/schema/meetings.ts';
import { messages } from '#db/schema/notices.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { meetingOn, seriesOf } from './known.ts';
import { itemOf, notesOn, privateItemOf } from './written.ts';

const MINUTE = 60_000;
const WORD = 'Quetzalcoatlus';
let mara: TestPerson;
let priya: TestPerson;
let jonas: TestPerson;
let series: typeof meetingSeries.$inferSelect;
/** one that began ten minutes ago */
let meeting: typeof meetings.$inferSelect;

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  priya = await somebody('Priya Raman', 'organiser');
  jonas = await somebody('Jonas Brandt');
  series = await seriesOf(mara, { timezone: 'UTC' });
});
let extra = 0;
beforeEach(async () => {
  const startsAt = Date.now() - 10 * MINUTE;
  const wall = new Date(startsAt).toISOString().slice(0, 16);
  extra += 1;
  meeting = await meetingOn(series, wall.slice(0, 10), { occurrence: `extra ${extra}`, wall, startsAt });
});
const change = (to: Partial<typeof meetings.$inferSelect>) =>
  db.write((tx) => tx.update(meetings).set(to).where(eq(meetings.id, meeting.id)));
const at = (rest: string) => `/meetings/${meeting.id}/${rest}`;
const isPresent = async (person: TestPerson) => (await attendanceOf(person.id, meeting.id)).present;
const code = async () => {
  const made = await makeCode(meeting.id, mara, Date.now());
  return 'code' in made ? made.code : '';
};

it('shows the code to whoever runs the meeting, and to nobody else', async () => {
  expect((await submit(at('check-in-code'), {}, { as: mara })).status).toBe(303);
  const page = await textOf(await visit(at('check-in-code'), { as: mara }));
  const [, shown] = /([A-Z0-9]{3}-[A-Z0-9]{3})/.exec(page)!;
  expect(page).toContain(at('check-in'));
  for (const path of ['check-in-code', 'attendance']) {
    expect((await visit(at(path), { as: jonas })).status).toBe(403);
    expect((await submit(at(path), { person: jonas.email }, { as: jonas })).status).toBe(403);
  }
  for (const path of ['', 'check-in', 'minutes'])
    expect(await sentBy(await visit(at(path).replace(/\/$/, ''), { as: jonas }))).not.toContain(
      shown!.replace('-', ''),
    );
  expect((await submit(at('check-in'), { code: shown!.toLowerCase() }, { as: jonas })).status).toBe(303);
  expect(await isPresent(jonas)).toBe(true);
});

it('says the same of every code that is none, and keeps what was typed', async () => {
  await code();
  const other = await meetingOn(series, '2026-03-04', {
    occurrence: `other ${extra}`,
    startsAt: meeting.startsAt,
  });
  const elsewhere = await makeCode(other.id, mara, Date.now());
  const yesterday = await makeCode(meeting.id, mara, Date.now() - 20 * MINUTE);
  const said = new Set<string>();
  for (const typed of [
    'CCC-CCC',
    ...[elsewhere, yesterday].map((made) => ('code' in made ? made.code : '')),
  ]) {
    const answer = await submit(at('check-in'), { code: typed }, { as: jonas });
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    said.add(page);
  }
  expect(said.size).toBe(1);
  const again = await submit(at('check-in'), { code: 'TYPED1' }, { as: jonas });
  expect(await sentBy(again)).toContain('TYPED1');
  expect(await isPresent(jonas)).toBeNull();
});

it('asks whoever guesses for a while', async () => {
  const tom = await somebody('Tom Adeyemi');
  for (let guess = 0; guess < 10; guess += 1)
    expect((await submit(at('check-in'), { code: 'CCCCCC' }, { as: tom })).status).toBe(422);
  const answer = await submit(at('check-in'), { code: await code() }, { as: tom });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
});

it('tells before and after the meeting when and whom', async () => {
  const right = await code();
  await change({ startsAt: Date.now() + 60 * MINUTE });
  expect((await submit(at('check-in'), { code: right }, { as: jonas })).status).toBe(422);
  await change({ startsAt: Date.now() - 600 * MINUTE });
  const page = await textOf(await visit(at('check-in'), { as: jonas }));
  expect(page).toContain('Mara Lindqvist');
});

it('lets two hosts mark, neither over the other unseen, and shows the history to them and to the person', async () => {
  const to = at(`attendance/${jonas.id}`);
  expect((await submit(to, { present: 'yes', seen: '' }, { as: mara })).status).toBe(303);
  expect((await submit(to, { present: 'no', seen: '' }, { as: priya })).status).toBe(303);
  expect(await isPresent(jonas)).toBe(true);
  const seen = (await attendanceOf(jonas.id, meeting.id)).marks[0]!.id;
  await submit(to, { present: 'no', seen, note: 'left at once' }, { as: priya });
  expect(await isPresent(jonas)).toBe(false);
  for (const [path, as] of [
    ['attendance', mara],
    ['check-in', jonas],
  ] as const)
    expect(await textOf(await visit(at(path), { as }))).toMatch(
      /Priya Raman[^]*left at once[^]*Mara Lindqvist/,
    );
  expect((await submit(to, { present: 'yes' }, { as: jonas })).status).toBe(403);
  expect((await submit(at(`attendance/${'x'.repeat(16)}`), { present: 'yes' }, { as: mara })).status).toBe(
    404,
  );
  expect((await submit(to, { present: 'perhaps' }, { as: mara })).status).toBe(422);
});

it('puts somebody on the list by name, or says who could be meant', async () => {
  const noor = await somebody('Noor Haddad');
  expect((await submit(at('attendance'), { person: 'Nobody Here' }, { as: mara })).status).toBe(422);
  expect((await submit(at('attendance'), { person: noor.email }, { as: mara })).status).toBe(303);
  expect(await isPresent(noor)).toBe(true);
});

const written = async () => {
  await change({ state: 'ended', endedAt: Date.now() });
  const item = await itemOf(meeting, mara, { title: 'Signing our releases' });
  await notesOn(meeting, item.id, mara, 'Keys *lie* in the vault. <script>alert(1)</script>');
  const hidden = await privateItemOf(meeting, [priya], { title: WORD, position: 2 });
  await notesOn(meeting, hidden.id, priya, WORD);
};

it('gives minutes to everybody signed in, each what they may see, on the page and as Markdown', async () => {
  await written();
  for (const path of ['minutes', 'minutes/markdown']) {
    const own = await sentBy(await visit(at(path), { as: priya }));
    expect(own).toContain(WORD);
    const others = await sentBy(await visit(at(path), { as: jonas }));
    expect(others).toContain('Signing our releases');
    expect(others).not.toContain(WORD);
    expect((await visit(at(path))).headers.get('Location')).toMatch(/^\/sign-in/);
  }
  const page = await sentBy(await visit(at('minutes'), { as: jonas }));
  expect(page).toContain('<em>lie</em>');
  expect(page).not.toContain('<script>alert(1)');
  const markdown = await visit(at('minutes/markdown'), { as: jonas });
  expect(markdown.headers.get('Content-Disposition')).toMatch(/^attachment; filename="security-guild-/);
});

it('sends minutes when whoever runs the meeting says so, and not twice', async () => {
  await written();
  const posted = () => db.read.$count(messages, eq(messages.subjectId, meeting.id));
  expect((await submit(at('minutes/sending'), { seen: '' }, { as: jonas })).status).toBe(403);
  await submit(at('minutes/sending'), { seen: '' }, { as: mara });
  const once = await posted();
  expect(once).toBeGreaterThan(0);
  await submit(at('minutes/sending'), { seen: '' }, { as: priya });
  expect(await posted()).toBe(once);
  const [{ minutesAt } = { minutesAt: null }] = await db.read
    .select()
    .from(meetings)
    .where(eq(meetings.id, meeting.id));
  await submit(at('minutes/sending'), { seen: String(minutesAt) }, { as: priya });
  expect(await posted()).toBe(2 * once);
});

it('takes a recording only where a browser follows it safely', async () => {
  await written();
  for (const recording of [
    'http://video.example/1',
    'javascript:alert(1)',
    'https://me:secret@video.example/',
    'no',
  ]) {
    const answer = await submit(at('recording'), { recording, seen: '' }, { as: mara });
    expect([recording, answer.status]).toEqual([recording, 422]);
  }
  const recording = 'https://video.example/guild';
  expect((await submit(at('recording'), { recording, seen: '' }, { as: jonas })).status).toBe(403);
  expect((await submit(at('recording'), { recording, seen: '' }, { as: mara })).status).toBe(303);
  expect(await sentBy(await visit(at('minutes'), { as: jonas }))).toContain(`href="${recording}"`);
  expect((await submit(at('recording'), { recording: '', seen: '' }, { as: priya })).status).toBe(409);
  expect((await submit(at('recording'), { recording: '', seen: recording }, { as: priya })).status).toBe(303);
});

it('has a page for each state of a meeting', async () => {
  for (const state of ['planned', 'skipped', 'running', 'ended'] as const) {
    await change({ state });
    for (const path of ['', '/check-in', '/minutes'])
      expect([state, path, (await visit(`/meetings/${meeting.id}${path}`, { as: jonas })).status]).toEqual([
        state,
        path,
        200,
      ]);
    for (const path of ['', '/check-in-code', '/attendance', '/minutes', '/recording'])
      expect([state, path, (await visit(`/meetings/${meeting.id}${path}`, { as: mara })).status]).toEqual([
        state,
        path,
        200,
      ]);
  }
});
