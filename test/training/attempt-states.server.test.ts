/** Whatever is tried, in whatever order and in two tabs at once, attempts stand where it makes sense. */
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { answer, finish, openAttempt } from '#app/training/attempts.server.ts';
import { closeAttempts } from '#app/training/finishing.server.ts';
import { db } from '#db/database.server.ts';
import { quizAttempts } from '#db/schema/training.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import { answersOf, hasReadLesson, KEYS, passesOf, ownCurriculum } from './quiz-world.ts';

ownCurriculum();

type Command =
  | { kind: 'read' | 'open' | 'finish' | 'close' | 'open twice' | 'finish twice' }
  | { kind: 'wait'; time: number }
  | { kind: 'answer' | 'answer while finishing'; position: number; shown: number[] };

const given = { position: fc.integer({ min: -1, max: 9 }), shown: fc.array(fc.nat(3), { maxLength: 3 }) };
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('read', 'open', 'open', 'finish', 'finish', 'close', 'open twice', 'finish twice'),
  }),
  fc.record({ kind: fc.constant('wait'), time: fc.constantFrom(hour, day - 1, day, 3 * day, 7 * day) }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer'), ...given }) },
  fc.record({ kind: fc.constant('answer while finishing'), ...given }),
) as fc.Arbitrary<Command>;

/** What must hold of somebody's attempts at any time. */
async function faultsOf(person: { id: string }, at: number): Promise<string[]> {
  const rows = await db.read.select().from(quizAttempts).where(eq(quizAttempts.personId, person.id));
  const faults: string[] = [];
  const open = rows.filter(({ finishedAt }) => finishedAt === null);
  if (open.length > 1) faults.push('two attempts are open');
  for (const row of rows) {
    const isOpen = row.finishedAt === null;
    const left = (await answersOf(row.id)).length;
    if (isOpen !== (row.ongoing !== null)) faults.push('ongoing and finished do not agree');
    const sealed = row.outcome !== null && row.right !== null && row.given !== null;
    if (isOpen === sealed) faults.push('half sealed');
    if (!isOpen && left > 0) faults.push('answers are left beside a sealed attempt');
    if (!isOpen && (row.finishedAt! > row.closesAt || row.finishedAt! > at))
      faults.push('finished at another time');
  }
  const inOrder = rows.toSorted((a, b) => a.openedAt - b.openedAt);
  for (const [before, after] of inOrder.slice(1).map((row, nth) => [inOrder[nth]!, row] as const))
    if (after.openedAt < (before.finishedAt ?? Infinity) + day) faults.push('a retake came too early');
  const passed = rows.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  const facts = (await passesOf(person)).map(({ sourceId }) => sourceId);
  if (passed.sort().join() !== facts.sort().join()) faults.push('facts and passes do not agree');
  return faults;
}

it('holds after whatever anybody tries, in whatever order', { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 40, size: 'max' }), async (commands) => {
      const mara = await somebody('Mara Lindqvist');
      let at = now;
      /** the newest attempt, and what was acknowledged of it */
      let id = 'none';
      const kept = new Map<number, number[]>();
      const began = (opened: Awaited<ReturnType<typeof openAttempt>>) => {
        seen.add('refused' in opened ? opened.refused : 'opened');
        if ('refused' in opened) return;
        id = opened.id;
        kept.clear();
      };
      const answered = (position: number, taken: Awaited<ReturnType<typeof answer>>) => {
        seen.add('refused' in taken ? taken.refused : 'answered');
        if (!('refused' in taken)) kept.set(position, taken.chosen);
      };
      for (const one of commands) {
        if ('time' in one) at += one.time;
        else if ('position' in one) {
          const finishing = one.kind === 'answer while finishing' && finish(mara, id, at);
          answered(one.position, await answer(mara, id, one, at));
          await finishing;
        } else if (one.kind === 'read') await hasReadLesson(mara);
        else if (one.kind === 'open') began(await openAttempt(mara, KEYS, at));
        else if (one.kind === 'finish') await finish(mara, id, at);
        else if (one.kind === 'close') await closeAttempts(at);
        else if (one.kind === 'open twice')
          (await Promise.all([openAttempt(mara, KEYS, at), openAttempt(mara, KEYS, at)])).forEach(began);
        else await Promise.all([finish(mara, id, at), finish(mara, id, at)]);
        expect(await faultsOf(mara, at)).toEqual([]);
      }
      await closeAttempts(at + 30 * day);
      const [last] = await db.read.select().from(quizAttempts).where(eq(quizAttempts.id, id));
      if (last) {
        expect(last.outcome).not.toBeNull();
        expect(last.given).toEqual(last.drawn.map((_, position) => kept.get(position) ?? null));
      }
    }),
    { numRuns: 200, seed: 5, endOnFailure: true },
  );
  for (const word of [
    'opened',
    'answered',
    'lesson-not-read',
    'already-open',
    'too-early',
    'finished',
    'too-late',
  ])
    expect([...seen]).toContain(word);
});
