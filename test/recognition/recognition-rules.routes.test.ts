import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { seasonsAt } from '#app/recognition/goals.server.ts';
import { recognitionRules } from '#app/recognition/rules.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { squadGoals } from '#db/schema/recognition.ts';
import { eq } from 'drizzle-orm';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { keep } from './recognition-world.ts';

let mara: TestPerson;
let organiser: TestPerson;
let stranger: TestPerson;
let squad: { id: string };
let small: { id: string };
beforeAll(async () => {
  [mara, organiser, stranger] = [
    await somebody('Mara'),
    await somebody('Olu', 'organiser'),
    await somebody('Ada'),
  ];
  const others = [];
  for (const name of ['Jonas', 'Noor', 'Ines', 'Tomás']) others.push(await somebody(name));
  squad = await squadOf('Payments', mara, ...others);
  small = await squadOf('Search', mara, ...others.slice(0, 3));
});

describe('what is recognised', () => {
  it('is told to everybody, every rule of it', async () => {
    const words = await textOf(await visit(paths.recognitionRules(), { as: mara }));
    for (const { words: rule, help } of recognitionRules()) {
      expect(words).toContain(rule);
      expect(words).toContain(help);
    }
  });

  it('says to organisers alone that everybody’s standing is being made anew', async () => {
    const anew = 'Standing is being made anew';
    expect(await textOf(await visit(paths.recognitionRules(), { as: organiser }))).toContain(anew);
    expect(await textOf(await visit(paths.recognitionRules(), { as: mara }))).not.toContain(anew);
    await keep(Date.now());
    expect(await textOf(await visit(paths.recognitionRules(), { as: organiser }))).not.toContain(anew);
  });
});

describe('a goal', () => {
  const goals = () => db.read.select().from(squadGoals).where(eq(squadGoals.squadId, squad.id));

  it('is set by a form, and is on the squad’s own page for its people', async () => {
    const set = await submit(paths.squadGoal(squad.id), { season: 'this', target: '471' }, { as: mara });
    expect([set.status, set.headers.get('Location')]).toEqual([303, paths.squadGoal(squad.id)]);
    expect(await goals()).toMatchObject([{ target: 471, setBy: mara.id }]);
    for (const path of [paths.squadGoal(squad.id), paths.squad(squad.id)])
      expect(await sentBy(await visit(path, { as: mara }))).toContain('471');
  });

  it('is nothing to strangers, on either page, by either method', async () => {
    expect((await visit(paths.squadGoal(squad.id), { as: stranger })).status).toBe(404);
    expect(
      (await submit(paths.squadGoal(squad.id), { season: 'this', target: '9' }, { as: stranger })).status,
    ).toBe(404);
    const page = await visit(paths.squad(squad.id), { as: stranger });
    expect(page.status).toBe(200);
    expect(await sentBy(page)).not.toMatch(/\b471\b/);
    expect(await goals()).toHaveLength(1);
  });

  it.each(['', '0', '-3', '1.5', 'many', '10000'])(
    'keeps what was typed where %j is no target',
    async (target) => {
      const answer = await submit(paths.squadGoal(squad.id), { season: 'next', target }, { as: mara });
      expect(answer.status).toBe(422);
      const sent = await sentBy(answer);
      expect(sent).toContain(`value="${target}"`);
      expect(sent).toMatch(/<option value="next" selected/);
      expect(await goals()).toHaveLength(1);
    },
  );

  it('is taken back by the button beside what was said', async () => {
    const page = paths.squadGoal(squad.id);
    await submit(page, { season: 'this', target: '499' }, { as: mara });
    const [set] = (await goals()).filter(({ target }) => target === 499);
    expect(await sentBy(await visit(page, { as: mara }))).toContain('499');
    expect((await submit(page, { undo: set!.id }, { as: stranger })).status).toBe(404);
    expect((await submit(page, { undo: set!.id }, { as: mara })).headers.get('Location')).toBe(page);
    expect(await sentBy(await visit(page, { as: mara }))).not.toMatch(/\b499\b/);
    await db.write((tx) => tx.delete(squadGoals).where(eq(squadGoals.id, set!.id)));
  });

  it('has no number in a squad of four, and cannot be set there', async () => {
    // It was set while there were five.
    const { season, next } = await seasonsAt(Date.now());
    const row = { squadId: small.id, target: 473, setBy: mara.id, setAt: 1 };
    await db.write((tx) =>
      tx.insert(squadGoals).values([season, next].map((one) => ({ ...row, id: newId(), season: one }))),
    );
    for (const path of [paths.squadGoal(small.id), paths.squad(small.id)]) {
      const page = await visit(path, { as: mara });
      expect(page.status).toBe(200);
      expect(await sentBy(page)).not.toMatch(/\b473\b/);
    }
    const refused = await submit(paths.squadGoal(small.id), { season: 'this', target: '9' }, { as: mara });
    expect(refused.status).toBe(422);
    expect(await sentBy(refused)).not.toMatch(/\b473\b/);
  });

  it('is kept nowhere for whoever sees it', async () => {
    const page = await visit(paths.squad(squad.id), { as: mara });
    expect(page.headers.get('Cache-Control')).toContain('no-store');
  });
});
