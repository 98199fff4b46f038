import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  around,
  goesOnAt,
  isRead,
  nextUnread,
  progress,
  stepAfter,
  withPart,
} from '#app/training/reading.ts';
import { byBelt, perStage, stageNamed } from '#app/training/overview.ts';
import { turn } from '#app/training/page-keys.ts';

const partsOf = (...keys: string[]) => keys.map((key) => ({ key, heading: key, markdown: key }));
const lesson = partsOf('a', 'b', 'c', 'd');

describe('a reader', () => {
  it('goes on after what they read last, and comes back to what they skipped', () => {
    expect(nextUnread(lesson, [])?.key).toBe('a');
    expect(nextUnread(lesson, ['a'])?.key).toBe('b');
    expect(nextUnread(lesson, ['a', 'c'])?.key).toBe('d');
    expect(nextUnread(lesson, ['c', 'd'])?.key).toBe('a');
    expect(nextUnread(lesson, ['d', 'a', 'c', 'b'])).toBeNull();
  });

  it('is told what a button leads to, also while they read a lesson again', () => {
    const step = (read: string[], readAt: number | null, part: string) =>
      stepAfter(lesson, { parts: read, readAt }, part);
    expect(step([], null, 'a')).toBe('on');
    expect(step(['a', 'b', 'c'], null, 'd')).toBe('end');
    expect(step(['b', 'c', 'd'], null, 'a')).toBe('end');
    expect(step(['c'], null, 'd')).toBe('on');
    expect(step(['a', 'b', 'c', 'd'], 5, 'a')).toBe('on');
    expect(step(['a', 'b', 'c', 'd'], 5, 'd')).toBe('back');
  });

  it('is not stopped by parts that are gone, and they count for nothing', () => {
    expect(progress(lesson, ['a', 'gone', 'd'])).toEqual({ read: 2, of: 4, percent: 50 });
    expect(nextUnread(lesson, ['a', 'gone'])?.key).toBe('b');
    expect(isRead(lesson, ['a', 'b', 'c', 'gone'])).toBe(false);
  });

  it('begins again with a lesson they have finished, and finishes one whose last unread part was taken out', () => {
    expect(goesOnAt(lesson, { parts: ['a'], readAt: null })).toBe('b');
    expect(goesOnAt(lesson, { parts: ['a', 'b', 'c', 'd'], readAt: 1 })).toBe('a');
    expect(goesOnAt(lesson, { parts: ['a', 'b', 'c', 'd', 'gone'], readAt: null })).toBe('d');
  });

  it('finds the parts beside one', () => {
    expect([around(lesson, 'a').before, around(lesson, 'a').after?.key]).toEqual([null, 'b']);
    expect([around(lesson, 'd').before?.key, around(lesson, 'd').after]).toEqual(['c', null]);
    expect(around(lesson, 'gone')).toEqual({ before: null, after: null });
  });

  it('comes to the end by going on, whatever they read before and in whatever order', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(keys, fc.array(fc.stringMatching(/^[a-z]{1,3}$/)), (all, before) => {
        const parts = partsOf(...all);
        let read = before.reduce<string[]>((so, key) => withPart(so, key), []);
        for (let steps = 0; !isRead(parts, read); steps += 1) {
          expect(steps).toBeLessThan(all.length);
          const { percent } = progress(parts, read);
          read = withPart(read, nextUnread(parts, read)!.key);
          expect(progress(parts, read).percent).toBeGreaterThan(percent);
        }
        expect(progress(parts, read)).toEqual({ read: all.length, of: all.length, percent: 100 });
        expect(nextUnread(parts, read)).toBeNull();
      }),
    );
  });
});

describe('the overview', () => {
  const belts = ['white', 'green', 'black'].map((key) => ({ key, name: key, about: key }));
  const modules = [
    { belt: 'green', stages: ['code', 'test'] as const },
    { belt: 'office', stages: ['code'] as const },
    { belt: 'white', stages: ['plan'] as const },
  ].map(({ belt, stages }) => ({ belt, stages: [...stages] }));

  it('follows the belts, and puts what no belt knows at the end', () => {
    expect(byBelt(modules, belts).map(({ belt, modules: of }) => [belt?.key ?? null, of.length])).toEqual([
      ['white', 1],
      ['green', 1],
      [null, 1],
    ]);
  });

  it('counts the lessons of each stage, and knows no other stages', () => {
    const counts = Object.fromEntries(perStage(modules).map(({ stage, modules: of }) => [stage, of]));
    expect(counts).toMatchObject({ plan: 1, code: 2, test: 1, monitor: 0 });
    expect(['code', 'Code', 'lunch', '', null].map(stageNamed)).toEqual(['code', null, null, null, null]);
  });
});

describe('an arrow key', () => {
  const key = (name: string, with_: object = {}) => ({
    ...{ key: name, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
    ...{ defaultPrevented: false, isComposing: false },
    ...with_,
  });
  const free = { usesArrows: false };

  it('turns the page', () => {
    expect([turn(key('ArrowLeft'), free), turn(key('ArrowRight'), free), turn(key('ArrowUp'), free)]).toEqual(
      ['before', 'after', null],
    );
  });

  it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented', 'isComposing'])(
    'is left to the browser or a screen reader with %s',
    (name) => expect(turn(key('ArrowRight', { [name]: true }), free)).toBeNull(),
  );

  it('is left to a field, and to what scrolls sideways', () => {
    expect(turn(key('ArrowRight'), { usesArrows: true })).toBeNull();
  });
});
