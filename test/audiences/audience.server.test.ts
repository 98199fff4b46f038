import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { changeAudience, makeAudience, visibleTo } from '#app/audiences/audience.server.ts';
import type { Audience } from '#app/audiences/audience.ts';
import { tell } from '#app/notices/notices.server.ts';
import { addMember, removeMember } from '#app/squads/members.server.ts';
import { db } from '#db/database.server.ts';
import { audiencePeople, audiences, audienceSquads } from '#db/schema/audiences.ts';
import { notices } from '#db/schema/notices.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

const make = (audience: Partial<Audience> & Pick<Audience, 'scope'>) =>
  db.write((tx) => makeAudience(tx, { people: [], squads: [], ...audience }));
const change = (id: string, audience: Partial<Audience> & Pick<Audience, 'scope'>) =>
  db.write((tx) => changeAudience(tx, id, { people: [], squads: [], ...audience }));
/** Whether somebody sees what hangs from an audience: here a notice. */
async function holds(audienceId: string, person: { id: string }) {
  const text = `To ${person.id}`;
  await db.write((tx) => tell(tx, { personId: person.id, text, audienceId, now }));
  const found = await db.read
    .select({ text: notices.text })
    .from(notices)
    .where(and(eq(notices.audienceId, audienceId), visibleTo(person.id, notices.audienceId)));
  return found.some((notice) => notice.text === text);
}

it('of everyone holds everyone, named or not', async () => {
  const id = await make({ scope: 'everyone' });
  expect(await holds(id, await somebody('Amara'))).toBe(true);
});

it('of people holds those named, whatever roles others have', async () => {
  const [amara, olga] = [await somebody('Amara'), await somebody('Olga', 'organiser', 'administrator')];
  const id = await make({ scope: 'people', people: [amara.id] });
  expect([await holds(id, amara), await holds(id, olga)]).toEqual([true, false]);
});

it('of squads holds who is in them now, and those named', async () => {
  const [amara, jonas, nina] = [await somebody('Amara'), await somebody('Jonas'), await somebody('Nina')];
  const olga = await somebody('Olga', 'organiser');
  const payments = await squadOf('Payments', amara);
  await squadOf('Search', nina);
  const id = await make({ scope: 'squads', people: [jonas.id], squads: [payments.id] });
  const seen = async () => [await holds(id, amara), await holds(id, jonas), await holds(id, nina)];
  expect(await seen()).toEqual([true, true, false]);
  await removeMember(olga, payments.id, amara.id, now);
  expect(await seen()).toEqual([false, true, false]);
  await addMember(olga, payments.id, amara.id, now);
  expect(await seen()).toEqual([true, true, false]);
});

it('of people is not widened by squads that are still written beside it', async () => {
  const amara = await somebody('Amara');
  const ops = await squadOf('Operations', amara);
  const id = await make({ scope: 'people', squads: [ops.id] });
  expect(await holds(id, amara)).toBe(false);
});

it('is said anew as a whole, and leaves nothing of what it was', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const core = await squadOf('Core', amara);
  const id = await make({ scope: 'everyone' });
  await change(id, { scope: 'squads', people: [jonas.id], squads: [core.id] });
  expect([await holds(id, amara), await holds(id, jonas)]).toEqual([true, true]);
  await change(id, { scope: 'people', people: [amara.id] });
  expect([await holds(id, amara), await holds(id, jonas)]).toEqual([true, false]);
  expect(await db.read.$count(audiencePeople, eq(audiencePeople.audienceId, id))).toBe(1);
  expect(await db.read.$count(audienceSquads, eq(audienceSquads.audienceId, id))).toBe(0);
});

it('that is not there holds nobody', async () => {
  const amara = await somebody('Amara');
  expect(await holds('nonsense', amara)).toBe(false);
});

it('means the same inside a query of the audiences themselves', async () => {
  const [amara, stranger] = [await somebody('Amara'), await somebody('Stranger')];
  const id = await db.write((tx) => makeAudience(tx, { scope: 'people', people: [amara.id], squads: [] }));
  const seenBy = (person: { id: string }) =>
    db.read
      .select({ id: audiences.id })
      .from(audiences)
      .where(and(eq(audiences.id, id), visibleTo(person.id, audiences.id)));
  expect([await seenBy(amara), await seenBy(stranger)]).toEqual([[{ id }], []]);
});
