import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { feedsOf } from '#app/calendars/feeds.server.ts';
import { paths } from '#app/paths.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { day } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';

const soon = new Date(Date.now() + 7 * day).toISOString().slice(0, 10);
let mara: TestPerson;
let jonas: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let meeting: Awaited<ReturnType<typeof meetingOn>>;

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  series = await seriesOf(mara, { link: 'https://meet.example/quetzalcoatlus' });
  meeting = await meetingOn(series, soon, { title: 'Guild; on tour, with 🦊' });
});

let network = 0;
/** A network of its own for each test, since wrong addresses are counted. */
let address = '';
beforeEach(() => (address = `198.51.100.${++network}`));

/** Makes an address as somebody, and answers its path. */
async function made(person: TestPerson, fields: Record<string, string> = {}): Promise<string> {
  const page = await sentBy(await submit(paths.calendars(), fields, { as: person }));
  return new URL(/https?:\/\/[^"\s]+\/calendars\/[\w-]{43}\/guildhall\.ics/.exec(page)![0]).pathname;
}
const newest = async (person: TestPerson) => (await feedsOf(person.id))[0]!.id;
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

describe('an address', () => {
  it('is shown once, to whoever made it', async () => {
    const path = await made(mara);
    const later = await sentBy(await visit(paths.calendars(), { as: mara }));
    expect(later).not.toContain(path.split('/').at(-1));
    expect(later).toContain(await newest(mara));
    expect(await sentBy(await visit(paths.calendars(), { as: jonas }))).not.toContain(await newest(mara));
  });

  it('is made of a series that goes on, and of no other', async () => {
    const over = await seriesOf(mara, { endedAt: Date.now() - day });
    for (const wrong of ['nothing', over.id]) {
      const answer = await submit(paths.calendars(), { series: wrong }, { as: jonas });
      expect(answer.status).toBe(422);
    }
    expect(await feedsOf(jonas.id)).toEqual([]);
    await made(jonas, { series: series.id });
    expect(await feedsOf(jonas.id)).toMatchObject([{ seriesId: series.id }]);
  });

  it('is taken back by whoever made it, and by nobody else', async () => {
    const path = await made(mara);
    const id = await newest(mara);
    const others = await submit(paths.calendarWithdrawal(id), {}, { as: jonas });
    expect(others.status).toBe(404);
    expect((await visit(path, { address })).status).toBe(200);
    const own = await submit(paths.calendarWithdrawal(id), {}, { as: mara });
    expect(own.headers.get('Location')).toBe(paths.calendars());
    expect((await visit(path, { address })).status).toBe(404);
  });
});

describe('a calendar', () => {
  it('is read by a program that is signed in nowhere', async () => {
    const answer = await visit(await made(mara), { address });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(answer.headers.has('Set-Cookie')).toBe(false);
    const [event] = eventsIn(await sentBy(answer));
    expect(event!.getFirstPropertyValue('summary')).toBe('Guild; on tour, with 🦊');
    expect(event!.getFirstPropertyValue('uid')).toBe(
      `meeting-${meeting.id}@${new URL(process.env.ORIGIN!).hostname}`,
    );
  });

  it('says no more than time, title and place', async () => {
    const text = await sentBy(await visit(await made(mara), { address }));
    expect(text).not.toMatch(
      /quetzalcoatlus|Lindqvist|northwind\.example|ATTENDEE|ORGANIZER|DESCRIPTION|URL/i,
    );
  });

  it('of a series repeats by its rule', async () => {
    const text = await sentBy(await visit(await made(jonas, { series: series.id }), { address }));
    const rules = eventsIn(text).map((event) => event.getFirstPropertyValue('rrule')?.toString());
    expect(rules).toContain('FREQ=MONTHLY;BYDAY=1WE');
  });

  it('that is held already is not sent again, until something in it is another', async () => {
    const path = await made(mara);
    const first = await visit(path, { address });
    const etag = first.headers.get('ETag')!;
    const again = await visit(path, { address, headers: { 'If-None-Match': etag } });
    expect([again.status, await sentBy(again)]).toEqual([304, '']);
    await meetingOn(series, new Date(Date.now() + 14 * day).toISOString().slice(0, 10));
    const then = await visit(path, { address, headers: { 'If-None-Match': etag } });
    expect(then.status).toBe(200);
    expect(eventsIn(await sentBy(then))).toHaveLength(2);
  });

  it('is not there alike: never made, taken back, or of somebody who has left', async () => {
    const wei = await somebody('Wei Chen', 'administrator');
    const tom = await somebody('Tom Adeyemi');
    const left = await made(tom);
    await deactivate(wei, tom.id, Date.now());
    const back = await made(mara);
    await submit(paths.calendarWithdrawal(await newest(mara)), {}, { as: mara });
    const answers = [];
    for (const path of [paths.calendarFeed('x'.repeat(43)), back, left]) {
      const answer = await visit(path, { address });
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      answers.push([answer.status, headers, await sentBy(answer)]);
    }
    expect(answers[0]![0]).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is guessed at only so often', async () => {
    const guess = paths.calendarFeed('y'.repeat(43));
    for (let n = 0; n <= limits.feeds.points; n += 1)
      expect((await visit(guess, { address })).status).toBe(404);
    const answer = await visit(guess, { address });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  it('cannot be written to', async () => {
    const path = await made(mara);
    expect((await submit(path, {}, { as: mara })).status).toBe(405);
  });

  it('leaves its address in no log', async () => {
    const path = await made(mara);
    const token = /[\w-]{43}/.exec(path)![0];
    const lines: string[] = [];
    vi.stubEnv('LOG', '');
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    await visit(path, { address });
    await visit(path.replace('/guildhall.ics', ''), { address });
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    expect(lines.filter((line) => line.includes('"path":"/calendars/…'))).toHaveLength(2);
    expect(lines.join('')).not.toContain(token);
  });
});

it('the account leads there', async () => {
  expect(await sentBy(await visit(paths.account(), { as: mara }))).toContain(`href="${paths.calendars()}"`);
  expect(await textOf(await visit(paths.calendars(series.id), { as: mara }))).toContain('Security guild');
});
