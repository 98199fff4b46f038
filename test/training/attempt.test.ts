import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  beginFrom,
  closesAt,
  finishedAt,
  mayBegin,
  nextOpen,
  stateOf,
  takeAnswer,
} from '#app/training/attempt.ts';
import { day, hour, now } from '#test/support/clock.ts';

const pace = { retakeHours: 24, openDays: 7 };
const fresh = { hasRead: true, ongoing: null, lastFinishedAt: null };
const open = { closesAt: now + day, finishedAt: null, outcome: null };
const asked = { ...open, drawn: [{ options: [2, 0, 1] }, { options: [1, 0] }] };
const one = { position: 0, shown: [0], multiple: false };

describe('beginning', () => {
  it('asks for the lesson first', () => {
    expect(mayBegin(fresh, pace, now)).toBeNull();
    expect(mayBegin({ ...fresh, hasRead: false }, pace, now)).toEqual({ refused: 'lesson-not-read' });
  });

  it('leads to the attempt that goes on', () =>
    expect(mayBegin({ ...fresh, ongoing: 'a', lastFinishedAt: now }, pace, now)).toEqual({
      refused: 'already-open',
      id: 'a',
    }));

  it('waits a day after the last, to the millisecond', () => {
    const last = { ...fresh, lastFinishedAt: now };
    expect(mayBegin(last, pace, now + 24 * hour - 1)).toEqual({
      refused: 'too-early',
      from: now + 24 * hour,
    });
    expect(mayBegin(last, pace, now + 24 * hour)).toBeNull();
    expect(beginFrom(null, pace, now)).toBeNull();
  });
});

describe('the window', () => {
  it('ends after so many days, and what is over was finished then', () => {
    expect(closesAt(now, pace)).toBe(now + 7 * day);
    expect(stateOf(open, open.closesAt - 1)).toBe('open');
    expect(stateOf(open, open.closesAt)).toBe('over');
    expect(finishedAt(open, open.closesAt + day)).toBe(open.closesAt);
    expect(finishedAt(open, now)).toBe(now);
  });
});

describe('an answer', () => {
  it('is kept as the bank numbers its options', () =>
    expect(takeAnswer(asked, one, now)).toEqual({ chosen: [2] }));

  it.each([
    ['to what was not asked', { ...one, position: 2 }, 'not-asked'],
    ['to no question at all', { ...one, position: -1 }, 'not-asked'],
    ['that was not shown', { ...one, shown: [3] }, 'not-shown'],
    ['of nothing', { ...one, shown: [] }, 'nothing-chosen'],
    ['of two where one is right', { ...one, shown: [0, 1] }, 'one-only'],
    ['of two, one of them not shown', { ...one, multiple: true, shown: [0, 7] }, 'not-shown'],
  ])('%s is refused', (_, given, refused) => expect(takeAnswer(asked, given, now)).toEqual({ refused }));

  it('comes too late after the window, and to a finished attempt', () => {
    expect(takeAnswer(asked, one, open.closesAt)).toEqual({ refused: 'too-late' });
    const finished = { ...asked, finishedAt: now, outcome: 'passed' as const };
    expect(takeAnswer(finished, one, now)).toEqual({ refused: 'finished' });
  });

  it('names only options of its question, each once, whatever is sent', () =>
    fc.assert(
      fc.property(
        fc.record({
          position: fc.integer({ min: -3, max: 5 }),
          shown: fc.array(fc.integer({ min: -2, max: 6 })),
          multiple: fc.boolean(),
        }),
        (given) => {
          const taken = takeAnswer(asked, given, now);
          if ('refused' in taken) return;
          expect(asked.drawn[given.position]!.options).toEqual(expect.arrayContaining(taken.chosen));
          expect(new Set(taken.chosen).size).toBe(taken.chosen.length);
          expect(taken.chosen.length).toBeGreaterThan(0);
          if (!given.multiple) expect(taken.chosen).toHaveLength(1);
        },
      ),
    ));
});

describe('the next question', () => {
  it('is the nearest one ahead without an answer, and then from the first again', () => {
    expect(nextOpen([true, true, false, false], 0)).toBe(2);
    expect(nextOpen([false, true, true, true], 2)).toBe(0);
    expect(nextOpen([true, true], 1)).toBeNull();
    expect(nextOpen([false], 0)).toBe(0);
  });
});
