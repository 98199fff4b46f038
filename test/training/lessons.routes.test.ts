import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { countProgress } from '#app/training/progress-count.server.ts';
import { readingOf, readingsOf } from '#app/training/reading.server.ts';
import { db } from '#db/database.server.ts';
import { lessonReadings } from '#db/schema/training.ts';
import { paths } from '#app/paths.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let tess: TestPerson;
beforeAll(async () => {
  tess = await somebody('Tess');
});

const [lesson, other] = curriculum() as [
  ReturnType<typeof curriculum>[number],
  ReturnType<typeof curriculum>[number],
];
const seen = async (path: string, as = tess) => textOf(await visit(path, { as }));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the curriculum', () => {
  it('shows every lesson, and of a stage those that belong to it', async () => {
    const all = await seen(paths.training());
    for (const { title } of curriculum()) expect(all).toContain(flat(title));
    const stage = lesson.stages[0]!;
    const some = await seen(`${paths.training()}?stage=${stage}`);
    for (const { title, stages } of curriculum())
      expect(some.includes(flat(title)), title).toBe(stages.includes(stage));
    expect((await visit(`${paths.training()}?stage=lunch`, { as: tess })).status).toBe(200);
  });

  it('sends nothing that gives an answer away', async () => {
    const pages = [
      paths.training(),
      paths.module(lesson.key),
      paths.modulePart(lesson.key, lesson.parts[0]!.key),
    ];
    for (const page of pages) {
      const sent = await sentBy(await visit(page, { as: tess }));
      for (const { prompt, options } of lesson.questions)
        for (const text of [prompt, ...options.map(({ why }) => why)])
          expect(sent).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });
});

describe('a lesson', () => {
  it('is read part by part, without a script, to its end', async () => {
    const nina = await somebody('Nina');
    for (const [nth, { key }] of lesson.parts.entries()) {
      const page = paths.modulePart(lesson.key, key);
      expect((await visit(page, { as: nina })).status).toBe(200);
      const answer = await submit(page, {}, { as: nina });
      const next = lesson.parts[nth + 1];
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        next ? paths.modulePart(lesson.key, next.key) : paths.module(lesson.key),
      ]);
    }
    expect((await readingOf(nina.id, lesson.key)).readAt).not.toBeNull();
    expect(await factsOf(nina.id)).toMatchObject([
      { kind: 'lesson-read', details: { module: lesson.key, version: lesson.version } },
    ]);
    const page = await (await visit(paths.module(lesson.key), { as: nina })).text();
    expect(page).toContain(`action="${paths.moduleAttempts(lesson.key)}"`);
  });

  it('is kept by no browser, since its page says how the quiz went', async () => {
    const answer = await visit(paths.module(lesson.key), { as: tess });
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
  });

  it('leads from the last part to what was skipped', async () => {
    const ines = await somebody('Ines');
    const [first, last] = [lesson.parts[0]!, lesson.parts.at(-1)!];
    const answer = await submit(paths.modulePart(lesson.key, last.key), {}, { as: ines });
    expect(answer.headers.get('Location')).toBe(paths.modulePart(lesson.key, first.key));
    const page = await (await visit(paths.module(lesson.key), { as: ines })).text();
    expect(page).toContain(`href="${paths.modulePart(lesson.key, first.key)}"`);
    expect(page).not.toContain(`action="${paths.moduleAttempts(lesson.key)}"`);
  });

  it('names the parts before and after one to the browser and to the reader', async () => {
    const [first, second, third] = lesson.parts;
    const page = await (await visit(paths.modulePart(lesson.key, second!.key), { as: tess })).text();
    for (const [rel, part] of [
      ['prev', first],
      ['next', third],
    ] as const) {
      const href = paths.modulePart(lesson.key, part!.key);
      expect(page).toMatch(new RegExp(`<link[^>]*rel="${rel}"[^>]*href="${href}"`));
      expect(page).toMatch(
        new RegExp(`<a[^>]*rel="${rel}"[^>]*href="${href}"|<a[^>]*href="${href}"[^>]*rel="${rel}"`),
      );
    }
  });

  it('is 404 where there is none, and keeps nothing of what is posted there', async () => {
    const before = await readingsOf(tess.id);
    for (const path of [
      paths.module('white/99-nowhere'),
      paths.module('nobelt/01-x'),
      paths.modulePart(lesson.key, 'nowhere'),
      paths.modulePart('white/99-nowhere', 'begin'),
      '/training/..%2F..%2Fetc/passwd',
      '/training/__proto__/constructor',
    ]) {
      expect((await visit(path, { as: tess })).status, path).toBe(404);
      if (path.includes('/parts/')) expect((await submit(path, {}, { as: tess })).status).toBe(404);
    }
    expect(await readingsOf(tess.id)).toEqual(before);
  });

  it('that was taken out of the curriculum breaks nothing, and what was read of it stays', async () => {
    const kofi = await somebody('Kofi');
    const gone = { personId: kofi.id, module: 'white/98-taken-out', parts: ['begin'], startedAt: now };
    await db.write((tx) => tx.insert(lessonReadings).values({ ...gone, changedAt: now, readAt: now }));
    expect((await visit(paths.module(gone.module), { as: kofi })).status).toBe(404);
    for (const page of [paths.training(), paths.module(lesson.key)])
      expect((await visit(page, { as: kofi })).status).toBe(200);
    await countProgress(Date.now() + 1e9);
    const olga = await somebody('Olga', 'organiser');
    expect(await seen(paths.trainingProgress(), olga)).not.toContain('taken-out');
    expect(
      await db.read.select().from(lessonReadings).where(eq(lessonReadings.personId, kofi.id)),
    ).toHaveLength(1);
  });
});

it('shows organisers how far everybody is, in sums and without a name', async () => {
  const olga = await somebody('Olga', 'organiser');
  const reader = await somebody('Quetzal Coatl');
  for (const { key } of other.parts) await submit(paths.modulePart(other.key, key), {}, { as: reader });
  await countProgress(Date.now() + 2e9);
  const page = await seen(paths.trainingProgress(), olga);
  expect(page).toContain(flat(other.title));
  expect(page).not.toContain('Quetzal');
  expect((await visit(paths.trainingProgress(), { as: reader })).status).toBe(403);
});
