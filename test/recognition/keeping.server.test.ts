import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type * as Kept from '#app/content/kept.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { grantsEver } from '#app/recognition/grants.server.ts';
import { progressOf, rebuildRecognition } from '#app/recognition/rebuilding.server.ts';
import { archiveSquad, unarchiveSquad } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { recognitionChoices, showings } from '#db/schema/recognition.ts';
import { squadMembers } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { approved, happened, keep, presented, stands, told, undone, worth } from './recognition-world.ts';

type Written = { key: string; gives: object } & Record<string, unknown>;
/** What is done to the rules as they are shipped, where something is. */
const change = vi.hoisted(() => ({ rules: null as ((rules: Written[]) => Written[]) | null }));
vi.mock('#app/content/kept.server.ts', async (original) => {
  const kept = await original<typeof Kept>();
  const changed = (file: string) => {
    const text = kept.textOf(file);
    if (!change.rules || file !== 'content/recognition/rules.json') return text;
    return JSON.stringify({ rules: change.rules((JSON.parse(text) as { rules: Written[] }).rules) });
  };
  return { ...kept, textOf: changed, once: <T>(read: () => T) => read };
});

let mara: TestPerson;
let squad: { id: string };
beforeEach(async () => {
  change.rules = null;
  mara = await somebody('Mara');
  squad = await squadOf(`Payments ${mara.id}`, mara);
});
const ever = async () => grantsEver([mara.id]);
const rebuild = () => rebuildRecognition(now + day, () => undefined);
const noDifference = { granted: 0, undone: 0 };

describe('what is granted', () => {
  it('follows facts, and what undoes them by a counter-row', async () => {
    const scan = await approved(mara, now);
    await keep(now);
    expect(await stands(mara)).toEqual([
      `evidence-points: ${worth('evidence-points')} in 2026-01 to ${squad.id}`,
      'evidence: evidence',
    ]);
    await undone(scan, now + day);
    await keep(now + day);
    expect(await stands(mara)).toEqual([]);
    expect(await ever()).toHaveLength(4);
    expect((await ever()).filter(({ undoes }) => undoes !== null)).toHaveLength(2);
  });

  it('goes to no squad that was put away, and to it again once it is back', async () => {
    const organiser = await somebody('Ines', 'organiser');
    const points = async () => (await stands(mara)).filter((one) => one.startsWith('evidence-points'));
    await approved(mara, now);
    await archiveSquad(organiser, squad.id, now + day);
    await approved(mara, now + 2 * day, 'green/owasp-explained');
    await keep(now + 2 * day);
    const one = `evidence-points: ${worth('evidence-points')} in 2026-01 to ${squad.id}`;
    expect(await points()).toEqual([one]);
    await unarchiveSquad(organiser, squad.id, now + 3 * day);
    await keep(now + 3 * day);
    expect(await points()).toEqual([one, one]);
  });

  it('names its rule, the rule’s version and its source', async () => {
    await approved(mara, now, 'green/sast-scan', `scan of ${mara.id}`);
    await keep(now);
    const [fact] = await factsOf(mara.id);
    expect(
      (await ever()).map(({ rule, factId, fact: { sourceId } }) => [rule, factId, sourceId]).sort(),
    ).toEqual([
      ['evidence', fact!.id, `scan of ${mara.id}`],
      ['evidence-points', fact!.id, `scan of ${mara.id}`],
    ]);
    for (const { version } of await ever()) expect(version).toMatch(/^[\w-]{12}$/);
  });

  it('is granted once when two keep it at once, and nothing is written where nothing changed', async () => {
    await approved(mara, now);
    await Promise.all([keep(now), keep(now), keep(now)]);
    expect(await ever()).toHaveLength(2);
    const before = await db.versions();
    await keep(now + day);
    expect(await db.versions()).toEqual(before);
  });

  it('cannot be changed or deleted, by anybody', async () => {
    const { grants } = await import('#db/schema/recognition.ts');
    await approved(mara, now);
    await keep(now);
    await expect(db.write((tx) => tx.update(grants).set({ points: 99 }))).rejects.toThrow();
    await expect(db.write((tx) => tx.delete(grants))).rejects.toThrow();
  });

  it('moves to the fact that comes next when the first is undone', async () => {
    const first = await presented(mara, now);
    await presented(mara, now + day);
    await keep(now + day);
    await undone(first, now + 2 * day);
    await keep(now + 2 * day);
    expect(await stands(mara)).toEqual([
      `led-agenda-item-points: ${worth('led-agenda-item-points')} in 2026-01 to ${squad.id}`,
      'led-agenda-item: led-agenda-item',
    ]);
  });

  it('gives the award that was decided', async () => {
    await happened(mara, 'awarded', now, { award: 'bug-hunter', nomination: 'n' });
    await keep(now);
    expect(await stands(mara)).toEqual(['awarded: bug-hunter']);
    expect(await told(mara)).toEqual([expect.stringContaining('Bug Hunter')]);
  });

  it('stays with whoever leaves and returns, and is theirs as it was', async () => {
    await approved(mara, now);
    await keep(now);
    const before = await stands(mara);
    const at = (deactivatedAt: number | null) =>
      db.write((tx) => tx.update(people).set({ deactivatedAt }).where(eq(people.id, mara.id)));
    await at(now + day);
    await db.write((tx) =>
      tx
        .update(squadMembers)
        .set({ leftAt: now + day })
        .where(eq(squadMembers.personId, mara.id)),
    );
    await rebuild();
    expect(await stands(mara)).toEqual(before);
    await at(null);
    await presented(mara, now + 3 * day);
    await keep(now + 3 * day);
    expect(await stands(mara)).toEqual([...before, 'led-agenda-item: led-agenda-item'].sort());
  });
});

describe('a rule that changes', () => {
  const grantsBefore = async () => {
    await approved(mara, now);
    await keep(now);
  };

  it('in place is derived anew, by counter-rows', async () => {
    await grantsBefore();
    change.rules = (rules) =>
      rules.map((rule) => (rule.key === 'evidence-points' ? { ...rule, gives: { points: 3 } } : rule));
    await keep(now + day);
    expect(await stands(mara)).toEqual([
      `evidence-points: 3 in 2026-01 to ${squad.id}`,
      'evidence: evidence',
    ]);
    expect(await ever()).toHaveLength(4);
    change.rules = null;
    await keep(now + 2 * day);
    expect(await stands(mara)).toEqual([
      `evidence-points: ${worth('evidence-points')} in 2026-01 to ${squad.id}`,
      'evidence: evidence',
    ]);
    expect(await ever()).toHaveLength(6);
    expect(await told(mara)).toHaveLength(1);
  });

  it('so that the same still follows leaves what was granted as it is', async () => {
    await grantsBefore();
    const before = await ever();
    change.rules = (rules) =>
      rules.map((rule) =>
        rule.key === 'evidence' ? { ...rule, cap: { most: 2, in: 'ever', each: 'requirement' } } : rule,
      );
    await keep(now + day);
    expect(await ever()).toEqual(before);
  });

  it('by an end and a successor takes nothing from anybody, and gives nothing twice', async () => {
    await grantsBefore();
    const before = await ever();
    change.rules = (rules) =>
      rules.flatMap((rule) =>
        rule.key === 'evidence-points'
          ? [
              { ...rule, until: '2026-03-31' },
              {
                ...rule,
                key: 'evidence-points-2',
                gives: { points: 2 },
                from: '2026-04-01',
                follows: rule.key,
              },
            ]
          : [rule],
      );
    await keep(now + day);
    expect(await ever()).toEqual(before);
    await approved(mara, now + 40 * day);
    await approved(mara, now + 41 * day, 'green/owasp-explained');
    await keep(now + 41 * day);
    expect((await stands(mara)).filter((text) => text.includes('points'))).toEqual([
      `evidence-points-2: 2 in 2026-04 to ${squad.id}`,
      `evidence-points: ${worth('evidence-points')} in 2026-01 to ${squad.id}`,
    ]);
  });

  it('and is taken out takes what it gave', async () => {
    await grantsBefore();
    change.rules = (rules) => rules.filter(({ key }) => key !== 'evidence');
    await keep(now + day);
    expect(await stands(mara)).toEqual([
      `evidence-points: ${worth('evidence-points')} in 2026-01 to ${squad.id}`,
    ]);
  });

  it('lets organisers see how far everybody’s standing is', async () => {
    await grantsBefore();
    expect(await progressOf()).toBeNull();
    change.rules = (rules) => rules.filter(({ key }) => key !== 'evidence');
    const all = await db.read.$count(people);
    expect(await progressOf()).toEqual({ done: 0, all });
    await keep(now + day);
    expect(await progressOf()).toBeNull();
  });
});

describe('somebody is told', () => {
  it('of an achievement once for good, and of points never', async () => {
    const scan = await approved(mara, now);
    await keep(now);
    expect(await told(mara)).toEqual([expect.stringContaining('Shown and approved')]);
    await undone(scan, now + day);
    await keep(now + day);
    await approved(mara, now + 2 * day, 'green/sast-scan', scan);
    await keep(now + 2 * day);
    expect(await stands(mara)).toHaveLength(2);
    expect(await told(mara)).toHaveLength(1);
  });

  it('not of what is long past', async () => {
    await approved(mara, now - 15 * day);
    await keep(now);
    expect(await stands(mara)).toHaveLength(1);
    expect(await told(mara)).toEqual([]);
  });

  it('not after they left, and not when they opted out, though what they have is the same', async () => {
    const [gone, out] = [await somebody('Ines'), await somebody('Noor')];
    await db.write(async (tx) => {
      await tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, gone.id));
      const choice = { choice: 'opted-out' as const, since: now };
      await tx.insert(recognitionChoices).values([
        { id: newId(), personId: out.id, held: `${out.id} opted-out`, ...choice },
        { id: newId(), personId: mara.id, until: now, ...choice },
      ]);
    });
    for (const person of [mara, gone, out]) await presented(person, now);
    await keep(now);
    for (const person of [gone, out]) {
      expect(await stands(person)).toEqual(['led-agenda-item: led-agenda-item']);
      expect(await told(person)).toEqual([]);
    }
    expect(await told(mara)).toHaveLength(1);
  });
});

it('takes off the wall what does not stand any more, and nothing else', async () => {
  const scan = await approved(mara, now);
  await presented(mara, now);
  await keep(now);
  const show = (kind: 'achievement' | 'thanks', subject: string) => ({
    id: newId(),
    personId: mara.id,
    kind,
    subject,
    since: now,
    held: `${mara.id} ${kind} ${subject}`,
  });
  await db.write((tx) =>
    tx
      .insert(showings)
      .values([show('achievement', 'evidence'), show('achievement', 'led-agenda-item'), show('thanks', 't')]),
  );
  await undone(scan, now + day);
  await keep(now + day);
  const rows = await db.read.select().from(showings).where(eq(showings.personId, mara.id));
  expect(Object.fromEntries(rows.map(({ subject, until }) => [subject, until]))).toEqual({
    evidence: now + day,
    'led-agenda-item': null,
    t: null,
  });
  expect(rows.find(({ subject }) => subject === 'evidence')!.held).toBeNull();
});

describe('a rebuild', () => {
  it('finds no difference, and says how far it is', async () => {
    await approved(mara, now);
    await keep(now);
    const said: [number, number][] = [];
    expect(await rebuildRecognition(now, (done, all) => said.push([done, all]))).toMatchObject(noDifference);
    expect(said.at(-1)![0]).toBe(said.at(-1)![1]);
  });

  it('puts right what differs, by grants and counter-rows', async () => {
    const { grants } = await import('#db/schema/recognition.ts');
    await approved(mara, now);
    await keep(now);
    const before = await stands(mara);
    const [one, other] = await ever();
    await db.write(async (tx) => {
      const row = {
        personId: mara.id,
        rule: 'never-was',
        ruleVersion: 'v',
        factId: one!.factId,
        gives: 'award' as const,
        what: 'mentor',
        points: 0,
        at: now,
        grantedAt: now,
      };
      await tx.insert(grants).values([
        { id: newId(), once: newId(), ...row },
        { ...row, id: newId(), rule: other!.rule, undoes: other!.id, once: `undone ${other!.id}` },
      ]);
    });
    expect(await stands(mara)).not.toEqual(before);
    expect(await rebuild()).toMatchObject({ granted: 1, undone: 1 });
    expect(await stands(mara)).toEqual(before);
    expect(await rebuild()).toMatchObject(noDifference);
  });

  it('overlooks nothing that happens meanwhile', async () => {
    await approved(mara, now);
    await Promise.all([rebuild(), presented(mara, now), keep(now)]);
    await keep(now);
    expect(await stands(mara)).toHaveLength(4);
    expect(await rebuild()).toMatchObject(noDifference);
  });
});
