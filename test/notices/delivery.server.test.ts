import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { changeAudience, makeAudience } from '#app/audiences/audience.server.ts';
import { switchable } from '#app/notices/kinds.ts';
import { chooseKinds } from '#app/notices/muted.server.ts';
import { readAllNotices } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { messages, notices } from '#db/schema/notices.ts';
import { hour, minute, now } from '#test/support/clock.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { somebody } from '#test/support/people.ts';

import { deliverAt, messagesFor, statesFor, told } from './posted.ts';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());
beforeEach(() => {
  mailbox.conduct = {};
  mailbox.received.length = 0;
});
// What one test leaves waiting is none of the next one's business.
afterEach(() => db.write((tx) => tx.delete(messages)));

const deliver = (at: number) => deliverAt(at, mailbox.url);
const refusing = (code: number, text: string) => {
  mailbox.conduct.receiver = () => ({ code, text });
};

it('sends what was told, with its link, once', async () => {
  const nina = await somebody('Nina Öberg');
  await told(nina, 'Jonas asks you to see to “Rotate the keys”.', {
    path: '/action-items/abc',
    kind: 'action-item',
  });
  await deliver(now);
  const [letter] = mailbox.received;
  expect(letter!.to).toEqual([nina.email]);
  expect(letter!.subject).toBe('Jonas asks you to see to “Rotate the keys”.');
  expect(letter!.text).toContain('Jonas asks you to see to “Rotate the keys”.');
  expect(letter!.text).toContain('http://guildhall.test/action-items/abc');
  expect(letter!.text).toContain('http://guildhall.test/account/notices');
  expect(letter!.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(letter!.raw).toMatch(/^From: Guildhall <guildhall@northwind\.example>\r$/m);
  expect(letter!.raw).toMatch(/^Content-Type: text\/plain/m);

  const [message] = await messagesFor(nina);
  expect(message).toMatchObject({ state: 'sent', attempts: 1, sentAt: now, fault: null });
  expect(letter!.id).toBe(`<${message!.id}@guildhall.test>`);
  await deliver(now + hour);
  expect(mailbox.received).toHaveLength(1);
});

it('no header can be put into a letter by what it says', async () => {
  const nina = await somebody('Nina\r\nBcc: eve@evil.example');
  await told(nina, 'Read this\r\nBcc: eve@evil.example\r\n\r\nnow');
  await deliver(now);
  const [letter] = mailbox.received;
  expect(letter!.to).toEqual([nina.email]);
  expect(letter!.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
});

it('tries again for as long as the server says “later”, under the same Message-ID', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'Your squad has a new name');
  const tried: string[] = [];
  mailbox.conduct.receiver = () => {
    tried.push('no');
    return { code: 451, text: 'Come back later' };
  };
  let at = now;
  for (const wait of [minute, 5 * minute, 30 * minute, 2 * hour]) {
    await deliver(at);
    const [message] = await messagesFor(nina);
    expect(message).toMatchObject({ state: 'waiting', nextAt: at + wait, fault: '451 Come back later' });
    await deliver(at + wait - 1);
    at += wait;
  }
  expect(tried).toHaveLength(4);

  mailbox.conduct = { receiver: () => null };
  await deliver(at);
  const [message] = await messagesFor(nina);
  expect(message).toMatchObject({ state: 'sent', attempts: 5, fault: null });
  expect(mailbox.received.map(({ id }) => id)).toEqual([`<${message!.id}@guildhall.test>`]);
});

it('sends the same Message-ID again when it could not note that a letter was taken', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'Your squad has a new name');
  await deliver(now);
  // As if the process had ended between the server's word and the note.
  await db.write((tx) => tx.update(messages).set({ state: 'waiting', attempts: 0, sentAt: null }));
  await deliver(now + hour);
  expect(mailbox.received).toHaveLength(2);
  expect(new Set(mailbox.received.map(({ id }) => id)).size).toBe(1);
});

it('gives up after the last wait, and at once where the server refuses for good', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  await told(nina, 'one');
  refusing(450, 'Mailbox busy');
  let at = now;
  for (const wait of [0, minute, 5 * minute, 30 * minute, 2 * hour, 12 * hour]) await deliver((at += wait));
  expect(await messagesFor(nina)).toMatchObject([{ state: 'dead', attempts: 6, fault: '450 Mailbox busy' }]);

  await told(jonas, 'two');
  refusing(550, `<${jonas.email}> does not live here`);
  await deliver(at);
  const [message] = await messagesFor(jonas);
  expect(message).toMatchObject({ state: 'dead', attempts: 1, fault: '550 … does not live here' });
  mailbox.conduct.receiver = () => null;
  await deliver(at + 24 * hour);
  expect(mailbox.received).toEqual([]);
});

it('a server that is not there costs one round of tries, not one for each message', async () => {
  const nina = await somebody('Nina');
  for (let n = 0; n < 20; n++) await told(nina, `notice ${n}`);
  await deliverAt(now, 'smtp://127.0.0.1:1');
  const tried = (await messagesFor(nina)).filter(({ attempts }) => attempts > 0);
  expect(tried.length).toBeGreaterThan(0);
  expect(tried.length).toBeLessThanOrEqual(4);
  expect(tried.every(({ state, fault }) => state === 'waiting' && fault!.includes('ECONNREFUSED'))).toBe(
    true,
  );

  await deliver(now + minute);
  expect(mailbox.received).toHaveLength(20);
});

it('says at the moment of sending what is true then', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'too early to tell');
  await db.write((tx) =>
    tx.update(notices).set({ text: 'now it is settled' }).where(eq(notices.personId, nina.id)),
  );
  await deliver(now);
  expect(mailbox.received.map(({ subject }) => subject)).toEqual(['now it is settled']);
});

it('says nothing any more of what was read, may not be seen, or is gone; nor to whoever left or switched it off', async () => {
  const [nina, jonas, tom] = [await somebody('Nina'), await somebody('Jonas'), await somebody('Tom')];
  const [ines, noor] = [await somebody('Ines'), await somebody('Noor')];
  const olga = await somebody('Olga', 'administrator');
  const audience = { scope: 'people' as const, people: [jonas.id, olga.id], squads: [] };
  const audienceId = await db.write((tx) => makeAudience(tx, audience));
  await told(nina, 'one');
  await told(jonas, 'a private matter', { audienceId });
  await told(olga, 'a private matter', { audienceId });
  await told(tom, 'three');
  await told(ines, 'four', { kind: 'postmortem' });
  await told(noor, 'five');

  await readAllNotices(nina, now);
  await db.write((tx) => changeAudience(tx, audienceId, { ...audience, people: [olga.id] }));
  await deactivate(olga, tom.id, now);
  await chooseKinds(
    ines,
    switchable.filter((kind) => kind !== 'postmortem'),
    now,
  );
  await db.write((tx) => tx.delete(notices).where(eq(notices.personId, noor.id)));

  await deliver(now);
  expect(mailbox.received.map(({ to }) => to)).toEqual([[olga.email]]);
  for (const person of [nina, jonas, tom, ines, noor]) expect(await statesFor(person)).toEqual(['dropped']);
});

it('two who send at once send each message once', async () => {
  const people = [await somebody('Nina'), await somebody('Jonas'), await somebody('Tom')];
  for (let n = 0; n < 30; n++) await told(people[n % 3]!, `notice ${n}`);
  mailbox.conduct.pause = () => new Promise((done) => setTimeout(done, 5));
  await Promise.all([deliver(now), deliver(now), deliver(now)]);
  expect(mailbox.received).toHaveLength(30);
  expect(new Set(mailbox.received.map(({ id }) => id)).size).toBe(30);
});

it('a message whose letter cannot be written stops none of the others', async () => {
  const nina = await somebody('Nina');
  await told(nina, 'one');
  await db.write((tx) => tx.update(messages).set({ kind: 'broken' }));
  await told(nina, 'two', { at: now + 1 });
  const broken = async () => {
    throw new Error('no such thing');
  };
  await deliverAt(now + 1, mailbox.url, { broken });
  expect(mailbox.received.map(({ subject }) => subject)).toEqual(['two']);
  expect(await messagesFor(nina)).toMatchObject([{ state: 'waiting', attempts: 1 }, { state: 'sent' }]);
});
