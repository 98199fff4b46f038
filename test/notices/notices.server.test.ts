import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { changeAudience, makeAudience } from '#app/audiences/audience.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { noticesOf, readAllNotices, readNotice, tell, unreadCount } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { notices } from '#db/schema/notices.ts';
import { hour, minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

const told = (person: { id: string }, text: string, more: { audienceId?: string; at?: number } = {}) =>
  db.write((tx) =>
    tell(tx, {
      personId: person.id,
      text,
      path: '/squads',
      now: more.at ?? now,
      ...(more.audienceId && { audienceId: more.audienceId }),
    }),
  );
const shownTo = async (person: { id: string }) =>
  (await noticesOf(person, null)).notices.map((one) => one.text);

it('tells one person, newest first, and counts what they have not read', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  await told(nina, 'first');
  await told(nina, 'second', { at: now + minute });
  expect(await shownTo(nina)).toEqual(['second', 'first']);
  expect(await unreadCount(nina.id)).toBe(2);
  expect(await shownTo(jonas)).toEqual([]);
  expect(await unreadCount(jonas.id)).toBe(0);
});

it('is read once, by its own person', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  await told(nina, 'one');
  const [notice] = (await noticesOf(nina, null)).notices;
  expect(await readNotice(jonas, notice!.id, now)).toBeNull();
  expect(await unreadCount(nina.id)).toBe(1);
  expect(await readNotice(nina, notice!.id, now)).toEqual({ path: '/squads' });
  expect(await readNotice(nina, notice!.id, now + hour)).toEqual({ path: '/squads' });
  expect(await unreadCount(nina.id)).toBe(0);
  expect((await noticesOf(nina, null)).notices[0]?.readAt).toBe(now);
  expect(await readNotice(nina, 'none', now)).toBeNull();
});

it('what somebody may no longer see is neither shown, counted, opened nor marked', async () => {
  const [nina, olga] = [await somebody('Nina'), await somebody('Olga', 'administrator', 'organiser')];
  const audience = { scope: 'people' as const, people: [nina.id], squads: [] };
  const audienceId = await db.write((tx) => makeAudience(tx, audience));
  await told(nina, 'about a private matter', { audienceId });
  await told(olga, 'told by mistake', { audienceId });
  expect(await shownTo(nina)).toEqual(['about a private matter']);
  expect(await unreadCount(nina.id)).toBe(1);
  expect([await shownTo(olga), await unreadCount(olga.id)]).toEqual([[], 0]);
  const [notice] = (await noticesOf(nina, null)).notices;

  await db.write((tx) => changeAudience(tx, audienceId, { ...audience, people: [] }));
  expect([await shownTo(nina), await unreadCount(nina.id)]).toEqual([[], 0]);
  expect(await readNotice(nina, notice!.id, now)).toBeNull();
  await readAllNotices(nina, now);
  const [kept] = await db.read.select().from(notices).where(eq(notices.id, notice!.id));
  expect(kept?.readAt).toBeNull();

  await db.write((tx) => changeAudience(tx, audienceId, audience));
  expect(await unreadCount(nina.id)).toBe(1);
});

it('marks all as read, one’s own only', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  for (const text of ['one', 'two', 'three']) await told(nina, text);
  await told(jonas, 'his');
  await readAllNotices(nina, now);
  expect(await unreadCount(nina.id)).toBe(0);
  expect(await unreadCount(jonas.id)).toBe(1);
});

it('goes through all of them, each once, also where many have the same moment', async () => {
  const nina = await somebody('Nina');
  for (let n = 0; n < 120; n++) await told(nina, `notice ${n}`, { at: now + Math.floor(n / 30) });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await noticesOf(nina, readCursor(after));
    seen.push(...page.notices.map((one) => one.text));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

it('is not told when the transaction fails', async () => {
  const nina = await somebody('Nina');
  const failing = db.write(async (tx) => {
    await tell(tx, { personId: nina.id, text: 'too early', now });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await unreadCount(nina.id)).toBe(0);
});
