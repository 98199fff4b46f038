import { beforeEach, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';

import { factsOf } from '#app/facts/facts.server.ts';
import { readNotice } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { choose } from '#app/recognition/choices.server.ts';
import { give, giveAgain, takeBack } from '#app/recognition/giving.server.ts';
import { givenThisMonth, leftThisMonth, thanksTo, visibleThanks } from '#app/recognition/thanks.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { thanks } from '#db/schema/recognition.ts';
import { squadRoles } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import {
  draft,
  factsOfThanks,
  heardBy,
  leaves,
  mailTo,
  managedBy,
  onWallRows,
  putUp,
  standingFrom,
  thanked,
  thanksFrom,
} from './thanks-world.ts';

let mara: TestPerson;
let tomasz: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  tomasz = await somebody('Tomasz Kowalski');
});
const several = (many: number) =>
  Promise.all(Array.from({ length: many }, (_, nth) => somebody(`Colleague ${nth}`)));

it('reaches its receiver as a fact and a notice, and nobody else reads it', async () => {
  const id = await thanked(mara, tomasz, { reason: 'You asked who else has that key.' });
  expect(await factsOf(tomasz.id)).toMatchObject([{ kind: 'thanked', at: now, details: { thanks: id } }]);
  expect(await heardBy(tomasz)).toMatchObject([{ kind: 'recognition', path: paths.thanks(id) }]);
  expect(await mailTo(tomasz)).toEqual(['waiting']);
  const [ines, grace] = [await somebody('Ines', 'organiser'), await somebody('Grace', 'administrator')];
  await managedBy(tomasz, ines);
  expect(await visibleThanks(mara, id)).toMatchObject({ reason: 'You asked who else has that key.' });
  expect(await visibleThanks(tomasz, id)).toMatchObject({ from: { name: 'Mara Lindqvist' } });
  expect(await visibleThanks(ines, id)).toBeNull();
  expect(await visibleThanks(grace, id)).toBeNull();
  expect(await onWallRows(mara, tomasz)).toEqual([]);
});

it('is one thanks however often the same form is sent, and another with other words', async () => {
  const same = draft(tomasz);
  const all = await Promise.all([give(mara, same, now), give(mara, same, now), give(mara, same, now)]);
  expect(all).toEqual([{ given: same.id }, { given: same.id }, { given: same.id }]);
  expect(await thanksFrom(mara)).toHaveLength(1);
  const [other] = await several(1);
  const again = await give(mara, { ...draft(other!), id: same.id }, now);
  expect(again).toMatchObject({ given: expect.not.stringMatching(same.id) as string });
  expect(await standingFrom(mara)).toHaveLength(2);
  // An id that somebody else's form had tells nothing.
  expect(await give(tomasz, { ...draft(other!), id: same.id }, now)).toHaveProperty('given');
});

it('is refused to oneself, to whoever has left, and twice to one person in a month', async () => {
  expect(await give(mara, draft(mara), now)).toEqual({ refused: 'oneself' });
  await thanked(mara, tomasz);
  expect(await give(mara, draft(tomasz), now + day)).toEqual({ refused: 'twice' });
  await leaves(tomasz);
  expect(await give(mara, draft(tomasz), now + 40 * day)).toEqual({ refused: 'left' });
  await leaves(tomasz, null);
  expect(await give(mara, draft(tomasz), now + 40 * day)).toHaveProperty('given');
});

it('is refused up the line, as far as it goes, round in circles too', async () => {
  const [manager, above, top, peer] = await several(4);
  await managedBy(mara, manager!);
  await managedBy(manager!, above!);
  await managedBy(above!, top!);
  await managedBy(top!, manager!);
  for (const one of [manager!, above!, top!])
    expect(await give(mara, draft(one), now)).toEqual({ refused: 'managers' });
  await managedBy(peer!, manager!);
  expect(await give(mara, draft(peer!), now)).toHaveProperty('given');
  expect(await give(manager!, draft(mara), now)).toHaveProperty('given');
  // Somebody on the way has left: the line goes on above them.
  await leaves(manager!);
  expect(await give(mara, draft(top!), now)).toEqual({ refused: 'managers' });
});

it('is refused to the manager of a squad, where nobody is named as manager', async () => {
  const [lead, named] = await several(2);
  const squad = await squadOf(`Ledger ${mara.id}`, mara);
  const role = { squadId: squad.id, personId: lead!.id, role: 'manager' as const, assumedAt: now };
  await db.write((tx) => tx.insert(squadRoles).values({ id: newId(), ...role }));
  expect(await give(mara, draft(lead!), now)).toEqual({ refused: 'managers' });
  await managedBy(mara, named!);
  expect(await give(mara, draft(lead!), now)).toHaveProperty('given');
});

it('is given five times a month, through however many tabs at once', async () => {
  const all = await several(8);
  expect(await leftThisMonth(mara, now)).toBe(5);
  const done = await Promise.all(all.map((one) => give(mara, draft(one), now)));
  expect(done.filter((one) => 'given' in one)).toHaveLength(5);
  expect(done.filter((one) => 'refused' in one && one.refused === 'five')).toHaveLength(3);
  expect((await standingFrom(mara)).map(({ slot }) => slot).sort()).toEqual(['1', '2', '3', '4', '5']);
  expect(await leftThisMonth(mara, now)).toBe(0);
  expect(await leftThisMonth(mara, now + 31 * day)).toBe(5);
  expect(await give(mara, draft(all[7]!), now + 31 * day)).toHaveProperty('given');
});

it('is given once to the same person, through two tabs at once', async () => {
  const done = await Promise.all([give(mara, draft(tomasz), now), give(mara, draft(tomasz), now)]);
  expect(done.filter((one) => 'given' in one)).toHaveLength(1);
  expect(done).toContainEqual({ refused: 'twice' });
  expect(await factsOfThanks(tomasz)).toHaveLength(1);
});

it('is held to its limits by the database itself', async () => {
  const id = await thanked(mara, tomasz);
  const [row] = await db.read.select().from(thanks).where(eq(thanks.id, id));
  const [other] = await several(1);
  const put = (change: Partial<typeof row>) =>
    db.write((tx) =>
      tx.insert(thanks).values({ ...row!, id: newId(), ...change } as typeof thanks.$inferInsert),
    );
  await expect(put({ slot: '2' })).rejects.toThrow();
  await expect(put({ toId: other!.id, once: 'another' })).rejects.toThrow();
  await expect(put({ toId: mara.id, slot: '2', once: 'another' })).rejects.toThrow();
  await expect(put({ toId: other!.id, slot: '6' as '5', once: 'another' })).rejects.toThrow();
  await expect(put({ toId: other!.id, slot: '2', once: 'another' })).resolves.toBeDefined();
});

it('is taken back before it is read as if it had not been, and given anew without a second mail', async () => {
  const id = await thanked(mara, tomasz, { meant: 'wall' });
  await putUp(tomasz, id);
  expect(await takeBack(tomasz, id, now)).toBeNull();
  expect(await takeBack(mara, id, now + 1)).toEqual({ takenBack: true });
  expect(await takeBack(mara, id, now + 2)).toEqual({ takenBack: true });
  expect(await factsOf(tomasz.id)).toEqual([]);
  expect(await heardBy(tomasz)).toEqual([]);
  expect(await mailTo(tomasz)).toEqual(['dropped']);
  expect(await onWallRows(mara, tomasz)).toEqual([]);
  expect(await leftThisMonth(mara, now)).toBe(5);
  expect(await visibleThanks(tomasz, id)).toBeNull();
  expect(await visibleThanks(mara, id)).toMatchObject({ withdrawnAt: now + 1 });
  const again = await giveAgain(mara, id, now + 3);
  expect(again).toHaveProperty('given');
  expect(await giveAgain(tomasz, id, now + 3)).toBeNull();
  expect(await factsOf(tomasz.id)).toHaveLength(1);
  expect(await heardBy(tomasz)).toHaveLength(1);
  expect(await mailTo(tomasz)).toEqual(['dropped']);
  expect((await givenThisMonth(mara, now)).left).toBe(4);
});

it('is told once: who read it hears nothing of a second', async () => {
  const id = await thanked(mara, tomasz);
  const [notice] = await heardBy(tomasz);
  await readNotice(tomasz, notice!.id, now);
  await takeBack(mara, id, now + 1);
  await thanked(mara, tomasz, { reason: 'In other words this time.' }, now + 2);
  expect(await heardBy(tomasz)).toHaveLength(1);
  expect((await thanksTo(tomasz, null)).thanks).toMatchObject([{ reason: 'In other words this time.' }]);
});

it('goes onto the wall by itself where its receiver chose so, and it was meant for it', async () => {
  await choose(tomasz, { choice: 'thanks-on-wall', holds: true }, now);
  const [ines, omar] = await several(2);
  await thanked(mara, tomasz);
  const shown = await thanked(ines!, tomasz, { meant: 'wall' });
  expect(await onWallRows(mara, tomasz)).toMatchObject([{ personId: tomasz.id, subject: shown }]);
  await choose(tomasz, { choice: 'opted-out', holds: true }, now);
  await thanked(omar!, tomasz, { meant: 'wall' });
  expect(await onWallRows(mara, tomasz)).toHaveLength(1);
});
