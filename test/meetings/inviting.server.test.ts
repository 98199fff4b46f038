import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { changeSeries, endSeries } from '#app/meetings/arranging.server.ts';
import { moveMeeting, restoreMeeting, skipMeeting } from '#app/meetings/changing.server.ts';
import { wish } from '#app/meetings/guild.server.ts';
import { invitationWriter } from '#app/meetings/invitation-letter.server.ts';
import { invite, inviteAll } from '#app/meetings/inviting.server.ts';
import { comingTo, MOST_NAMES, reply, repliesTo } from '#app/meetings/replies.server.ts';
import { chooseKinds } from '#app/notices/muted.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSeries, seriesFollowers } from '#db/schema/meetings.ts';
import { announcements } from '#db/schema/channels.ts';
import { messages } from '#db/schema/notices.ts';
import { channelOf } from '#test/channels/known.ts';
import { deliverAt } from '#test/notices/posted.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import {
  arrange,
  champion,
  draft,
  invitedTo,
  lettersFor,
  meetingRow,
  meetingsOf,
  stepsTaken,
  toldOf,
} from './arranged.ts';

let mailbox: Mailbox;
let tove: TestPerson;
let mara: TestPerson;
let noor: TestPerson;
let jonas: TestPerson;
let seriesId: string;
/** on 1 April at 17:00 in Berlin */
let april: string;

/** Counts the statements of what is written. */
function countingWrites() {
  let statements = 0;
  const write = db.write.bind(db);
  const spy = vi.spyOn(db, 'write').mockImplementation((work) =>
    write((tx) =>
      work(
        new Proxy(tx, {
          get(from, key) {
            if (['insert', 'update', 'delete', 'select'].includes(String(key))) statements += 1;
            return Reflect.get(from, key) as unknown;
          },
        }),
      ),
    ),
  );
  return { statements: () => statements, stop: () => spy.mockRestore() };
}

beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());

beforeEach(async () => {
  // Who organised in the tests before has left, so that each knows whom it invites.
  await db.write((tx) => tx.update(people).set({ deactivatedAt: now }));
  await db.write((tx) => tx.update(meetingSeries).set({ endedAt: now }));
  await db.write((tx) => tx.update(meetings).set({ state: 'skipped' }));
  [tove, mara, noor, jonas] = [
    await somebody('Tove', 'organiser'),
    await somebody('Mara Lindqvist'),
    await somebody('Noor Haddad'),
    await somebody('Jonas Brandt'),
  ];
  await champion(mara);
  await champion(noor);
  seriesId = await arrange(tove);
  april = (await meetingsOf(seriesId))[1]!.id;
  mailbox.received.length = 0;
});

const ids = (...people: TestPerson[]) => people.map(({ id }) => id).sort();
const writer = { invitation: invitationWriter({ name: '', address: 'guildhall@northwind.example' }) };
const deliver = (at: number) => deliverAt(at, mailbox.url, writer);

/** The calendar text of the letters to somebody, unfolded. */
const calendarsTo = (person: TestPerson) =>
  mailbox.received
    .filter(({ to }) => to.includes(person.email))
    .map(({ raw }) => {
      const [, encoded = ''] = /method=\w+[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw) ?? [];
      return /BEGIN:VCALENDAR/.test(encoded) ? encoded : Buffer.from(encoded, 'base64').toString('utf8');
    })
    .map((text) => text.replaceAll(/\r?\n[ \t]/g, ''));
const said = (text: string) => ({
  method: /^METHOD:(\w+)/m.exec(text)?.[1],
  sequence: Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]),
  starts: /BEGIN:VEVENT[^]*?^DTSTART[^:]*:(\S+)/m.exec(text)?.[1],
});

describe('who is invited', () => {
  it('are champions, organisers, and whoever asked to be', async () => {
    await wish(jonas.id, seriesId, 'invited', now);
    expect(await invite(april, tove.id, now)).toEqual({ invited: 4 });
    expect(await invitedTo(april)).toEqual(ids(tove, mara, noor, jonas));
    expect(await stepsTaken(april)).toEqual(['planned', 'invited']);
  });

  it('is nobody who asked not to be, nor who has left', async () => {
    await wish(mara.id, seriesId, 'left-out', now);
    await db.write((tx) => tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, noor.id)));
    await invite(april, tove.id, now);
    expect(await invitedTo(april)).toEqual(ids(tove));
  });

  it('changes with a change of mind', async () => {
    await wish(mara.id, seriesId, 'left-out', now);
    await wish(mara.id, seriesId, 'invited', now);
    await invite(april, tove.id, now);
    expect(await invitedTo(april)).toContain(mara.id);
  });
});

describe('invitations', () => {
  const due = Date.UTC(2026, 3, 1, 15) - 14 * day;

  it('go out by themselves some days before, once', async () => {
    await inviteAll(due - 1);
    expect(await invitedTo(april)).toEqual([]);
    await inviteAll(due);
    await inviteAll(due + hour);
    expect(await invitedTo(april)).toEqual(ids(tove, mara, noor));
    expect(await lettersFor(mara, april)).toHaveLength(1);
    expect(await stepsTaken(april)).toEqual(['planned', 'invited']);
  });

  it('come to whoever joins the guild later, and to nobody a second time', async () => {
    await invite(april, tove.id, now);
    await deliver(now);
    await champion(jonas);
    await inviteAll(now + hour);
    expect(await invitedTo(april)).toContain(jonas.id);
    expect([await lettersFor(jonas, april), await lettersFor(mara, april)].map((all) => all.length)).toEqual([
      1, 0,
    ]);
  });

  it('are a notice and one letter that a calendar reads, with who answered what', async () => {
    await reply(april, mara.id, 'maybe', now);
    await invite(april, tove.id, now);
    expect(await toldOf(mara)).toEqual([
      expect.stringContaining('Wednesday 1 April 2026, 17:00–18:00 CEST, Room Ada'),
    ]);
    expect(await toldOf(tove)).toEqual([]);
    await deliver(now);
    const [letter] = mailbox.received.filter(({ to }) => to.includes(mara.email));
    expect(letter!.raw).toMatch(/Content-Type: text\/calendar.*method=REQUEST/i);
    const [calendar] = calendarsTo(mara);
    expect(said(calendar!)).toEqual({ method: 'REQUEST', sequence: 0, starts: '20260401T170000' });
    expect(calendar).toMatch(/DTSTART;TZID=Europe\/Berlin/);
    expect(calendar).toContain('PARTSTAT=TENTATIVE');
    expect(calendar).toContain(`UID:meeting-${april}@`);
    expect(mailbox.received).toHaveLength(3);
  });

  it('are not sent for what is skipped or has begun', async () => {
    await skipMeeting(april, '', tove, now);
    expect(await invite(april, tove.id, now)).toEqual({ refused: 'not-now' });
    await inviteAll(due);
    expect(await invitedTo(april)).toEqual([]);
  });

  it('are not written for whoever does without mail about meetings', async () => {
    await chooseKinds(mara, [], now);
    await invite(april, tove.id, now);
    expect(await toldOf(mara)).toHaveLength(1);
    expect(await lettersFor(mara, april)).toEqual([]);
  });
});

describe('a meeting that changes after invitations went out', () => {
  const move = async (wall: string, at: number) =>
    moveMeeting(april, (await meetingRow(april)).version, wall, tove, at);

  it('is one REQUEST more with a higher SEQUENCE, however often it is moved before that is sent', async () => {
    await invite(april, tove.id, now);
    await deliver(now);
    await move('2026-04-02T17:00', now + minute);
    await move('2026-04-03T10:00', now + 2 * minute);
    await deliver(now + 3 * minute);
    expect(calendarsTo(mara).map(said)).toEqual([
      { method: 'REQUEST', sequence: 0, starts: '20260401T170000' },
      { method: 'REQUEST', sequence: 2, starts: '20260403T100000' },
    ]);
    expect(await lettersFor(mara, april)).toEqual([]);
    await inviteAll(now + 4 * minute);
    await deliver(now + 5 * minute);
    expect(calendarsTo(mara).filter((text) => text.includes(april))).toHaveLength(2);
  });

  it('is one letter, of how it is now, where the first has not left yet', async () => {
    await invite(april, tove.id, now);
    await move('2026-04-02T17:00', now + minute);
    await deliver(now + 2 * minute);
    expect(calendarsTo(mara).map(said)).toEqual([
      { method: 'REQUEST', sequence: 1, starts: '20260402T170000' },
    ]);
  });

  it('is told anew, where it changes while its letter is being sent', async () => {
    await invite(april, tove.id, now);
    let moved = false;
    mailbox.conduct.pause = async () => {
      if (moved) return;
      moved = true;
      await move('2026-04-02T17:00', now + minute);
    };
    await deliver(now + minute);
    mailbox.conduct.pause = async () => {};
    await deliver(now + 2 * minute);
    for (const person of [mara, noor, tove])
      expect(calendarsTo(person).map(said).at(-1)).toMatchObject({ sequence: 1, starts: '20260402T170000' });
  });

  it('is cancelled and comes back, each with its own SEQUENCE', async () => {
    await invite(april, tove.id, now);
    await deliver(now);
    await skipMeeting(april, 'a holiday', tove, now + minute);
    await deliver(now + minute);
    await restoreMeeting(april, tove, now + 2 * minute);
    await deliver(now + 2 * minute);
    expect(
      calendarsTo(noor)
        .map(said)
        .map(({ method, sequence }) => `${method} ${sequence}`),
    ).toEqual(['REQUEST 0', 'CANCEL 1', 'REQUEST 2']);
    expect((await toldOf(noor)).map((text) => /does not|after all/.exec(text)?.[0])).toEqual([
      undefined,
      'does not',
      'after all',
    ]);
    expect(await stepsTaken(april)).toEqual(['planned', 'invited', 'skipped', 'restored']);
  });

  it('reaches those who were invited when its series changes, or ends', async () => {
    await invite(april, tove.id, now);
    await deliver(now);
    await changeSeries(seriesId, 1, draft({ place: 'Room Grace', time: '16:00' }), tove, now + minute);
    await deliver(now + minute);
    await endSeries(seriesId, tove, now + 2 * minute);
    await deliver(now + 2 * minute);
    expect(
      calendarsTo(mara)
        .map(said)
        .map(({ method, sequence }) => `${method} ${sequence}`),
    ).toEqual(['REQUEST 0', 'REQUEST 1', 'CANCEL 2']);
    // Nobody was invited to the others yet, so that nobody hears of them.
    expect(await toldOf(mara)).toHaveLength(3);
  });

  it('reaches who said that they come without being invited', async () => {
    await reply(april, jonas.id, 'yes', now);
    await move('2026-04-02T17:00', now + minute);
    expect(await lettersFor(jonas, april)).toHaveLength(1);
  });
});

it('many are invited in few statements, whoever wants mail by mail', async () => {
  const many = Array.from({ length: 650 }, (_, nth) => ({
    ...{
      id: newId(),
      name: `Person ${nth}`,
      email: `many-${nth}-${april}@example.org`,
      passwordHash: 'none that opens',
    },
    joinedAt: now,
  }));
  const ids = many.map(({ id }) => id);
  await db.write(async (tx) => {
    for (const person of many) await tx.insert(people).values(person);
    for (const { id: personId } of many)
      await tx.insert(seriesFollowers).values({ seriesId, personId, wish: 'invited', since: now });
  });
  await chooseKinds({ id: ids[7]! }, [], now);
  const { statements, stop } = countingWrites();
  expect(await invite(april, tove.id, now)).toEqual({ invited: 653 });
  stop();
  expect(statements()).toBeLessThan(30);
  const [told, [letters]] = [
    await Promise.all([ids[0]!, ids[7]!, ids[649]!].map((id) => toldOf({ id } as TestPerson))),
    [await db.read.select().from(messages).where(eq(messages.subjectId, april))],
  ];
  for (const notices of told) expect(notices).toHaveLength(1);
  const receivers = new Set(letters!.map(({ personId }) => personId));
  expect(receivers.size).toBe(letters!.length);
  expect(ids.filter((id) => !receivers.has(id))).toEqual([ids[7]]);
});

describe('answers', () => {
  it('name so many, and count all', async () => {
    const some = await Promise.all(
      Array.from({ length: MOST_NAMES + 2 }, (_, nth) => somebody(`Guest ${100 + nth}`)),
    );
    for (const { id } of some) await reply(april, id, 'yes', now);
    const coming = await comingTo(april);
    expect(coming).toHaveLength(MOST_NAMES);
    expect(coming[0]).toMatchObject({ name: 'Guest 100' });
    expect((await repliesTo([april], mara.id)).get(april)).toMatchObject({ yes: MOST_NAMES + 2, own: null });
  });

  it('are kept, changed and counted until it is over', async () => {
    await invite(april, tove.id, now);
    await reply(april, mara.id, 'yes', now);
    await reply(april, mara.id, 'no', now + 1);
    await reply(april, jonas.id, 'yes', now + 2);
    expect((await repliesTo([april], mara.id)).get(april)).toEqual({
      ...{ yes: 1, maybe: 0, no: 1, own: 'no', invited: 3 },
    });
    const late = (await meetingRow(april)).startsAt + 3 * hour;
    expect(await reply(april, noor.id, 'yes', late)).toEqual({ refused: 'not-now' });
    await skipMeeting(april, '', tove, now + 3);
    expect(await reply(april, noor.id, 'yes', now + 4)).toEqual({ refused: 'not-now' });
  });
});

it('the first invitations are announced in the channels that want to hear of meetings, once', async () => {
  const { id: channelId } = await channelOf(tove, { announces: ['meeting'] });
  await invite(april, tove.id, now);
  await champion(jonas);
  await invite(april, tove.id, now + hour);
  const told = await db.read.select().from(announcements).where(eq(announcements.channelId, channelId));
  expect(told.map(({ kind, subjectId }) => ({ kind, subjectId }))).toEqual([
    { kind: 'meeting', subjectId: april },
  ]);
});
