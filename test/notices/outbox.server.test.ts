import { afterEach, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { obligations, switchable } from '#app/notices/kinds.ts';
import { chooseKinds, kindsByMail } from '#app/notices/muted.server.ts';
import { unreadCount } from '#app/notices/notices.server.ts';
import { dropWaiting, hasFailed, post, takeDue, wasSent } from '#app/notices/outbox.server.ts';
import { sweepNotices } from '#app/notices/sweep.server.ts';
import { readAllNotices } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { messagesFor, statesFor, told } from './posted.ts';

afterEach(() => db.write((tx) => tx.delete(messages)));

it('keeps for whom and what about, but neither the words nor where they lead', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'The vault code is 4711', { path: '/postmortems/secret-place' });
  const rows = await messagesFor(nina);
  expect(rows).toMatchObject([{ state: 'waiting', kind: 'general', madeAt: now, nextAt: now, attempts: 0 }]);
  expect(JSON.stringify(rows)).not.toMatch(/4711|secret-place/);
});

it('is as much part of the transaction as the notice', async () => {
  const nina = await somebody('Nina');
  const failing = db.write(async () => {
    await told(nina, 'too early');
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await messagesFor(nina)).toEqual([]);
});

it('holds nothing that its receiver does without, except what is an obligation', async () => {
  const nina = await somebody('Nina');
  await chooseKinds(nina, ['enrolment'], now);
  expect(await kindsByMail(nina)).toEqual(['enrolment']);
  for (const kind of [...switchable, ...obligations]) await told(nina, kind, { kind });
  expect((await messagesFor(nina)).map(({ kind }) => kind).sort()).toEqual(
    ['enrolment', ...obligations].sort(),
  );
  expect(await unreadCount(nina.id)).toBe(switchable.length + obligations.length);

  await chooseKinds(nina, switchable, now + hour);
  expect(await kindsByMail(nina)).toEqual(switchable);
  await told(nina, 'again');
  expect((await messagesFor(nina)).map(({ kind }) => kind)).toContain('general');
});

it('holds nothing for whoever has left', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await somebody('Nina')];
  await deactivate(olga, nina.id, now);
  await told(nina, 'Nobody reads this', { kind: 'concern' });
  expect(await messagesFor(nina)).toEqual([]);
});

it('drops what waits of one kind and subject for some people, and nothing else', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  const about = { kind: 'booking', subjectId: 'a', now };
  await db.write((tx) => post(tx, { ...about, personId: nina.id }));
  await wasSent((await takeDue(now))!, now);
  await db.write(async (tx) => {
    for (const { id } of [nina, jonas]) await post(tx, { ...about, personId: id });
    await post(tx, { ...about, personId: nina.id, subjectId: 'b' });
    await post(tx, { ...about, personId: nina.id, kind: 'invitation' });
    await dropWaiting(tx, { ...about, personIds: [nina.id] });
  });
  expect(await statesFor(jonas)).toEqual(['waiting']);
  expect((await statesFor(nina)).toSorted()).toEqual(['dropped', 'sent', 'waiting', 'waiting']);
});

it('gives each message to one of many who ask at once, and again when nobody heard of it for a while', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'one');
  await told(nina, 'two');
  const taken = await Promise.all([takeDue(now), takeDue(now), takeDue(now)]);
  const ids = taken.filter((one) => one !== null).map(({ id }) => id);
  expect(ids.sort()).toEqual((await messagesFor(nina)).map(({ id }) => id).sort());

  expect(await takeDue(now + minute)).toBeNull();
  const again = await takeDue(now + 2 * minute);
  // The one who had it before comes too late to say that it has failed.
  const before = taken.find((one) => one?.id === again!.id)!;
  await hasFailed(before, { words: 'no', forGood: true }, now + 2 * minute);
  expect(await statesFor(nina)).toEqual(['waiting', 'waiting']);
  await wasSent(again!, now + 2 * minute);
  expect((await statesFor(nina)).sort()).toEqual(['sent', 'waiting']);
});

it('forgets what is done with after a while, drops what was read here, and keeps what somebody has to see to', async () => {
  const [nina, jonas, tom] = [await somebody('Nina'), await somebody('Jonas'), await somebody('Tom')];
  await told(nina, 'sent');
  await wasSent((await takeDue(now))!, now);
  await told(jonas, 'refused');
  await hasFailed((await takeDue(now))!, { words: 'no', forGood: true }, now);
  await told(tom, 'still waiting');
  await told(tom, 'read');
  await sweepNotices(now + 29 * day);
  expect([await statesFor(nina), await statesFor(jonas)]).toEqual([['sent'], ['dead']]);
  expect(await statesFor(tom)).toEqual(['waiting', 'waiting']);

  await readAllNotices(tom, now + 30 * day);
  await told(tom, 'since then', { at: now + 30 * day });
  await sweepNotices(now + 31 * day);
  expect([await statesFor(nina), await statesFor(jonas)]).toEqual([[], ['dead']]);
  expect((await statesFor(tom)).sort()).toEqual(['waiting']);
  await sweepNotices(now + 396 * day);
  expect(await unreadCount(tom.id)).toBe(1);
  expect(await unreadCount(jonas.id)).toBe(1);
});
