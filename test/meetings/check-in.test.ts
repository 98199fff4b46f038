import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  canBeEntered,
  canBeMarked,
  codeShown,
  codeSigns,
  codeTyped,
  doorOf,
} from '#app/meetings/check-in.ts';

const minute = 60_000;
const startsAt = Date.UTC(2026, 2, 4, 16);
const meeting = { state: 'planned', startsAt, minutes: 60, endedAt: null } as const;
const doorAt = (minutes: number, is: Partial<Parameters<typeof doorOf>[0]> = {}) =>
  doorOf({ ...meeting, ...is }, startsAt + minutes * minute);

describe('a code', () => {
  it('is read as it was meant, however somebody types it', () => {
    const code = fc
      .array(fc.constantFrom(...codeSigns), { minLength: 6, maxLength: 6 })
      .map((all) => all.join(''));
    const between = fc.constantFrom('', ' ', '-', ' - ', '.', '\u00a0', '–');
    fc.assert(
      fc.property(
        code,
        fc.array(between, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (is, gaps, small) => {
          const typed = [...is].map((sign, nth) => gaps[nth]! + sign).join('');
          expect(codeTyped(small ? typed.toLowerCase() : typed)).toBe(is);
          expect(codeTyped(codeShown(is))).toBe(is);
        },
      ),
    );
  });

  it('has no sign that is taken for another, and spells nothing', () => {
    for (const sign of '0O1IL2Z5S8BUAE') expect(codeSigns).not.toContain(sign);
    expect(new Set(codeSigns).size).toBe(codeSigns.length);
  });

  it('is made from half an hour before the meeting to half an hour after it', () => {
    expect([-31, -30, 0, 60, 89, 90].map((at) => doorAt(at))).toEqual([
      'early',
      'open',
      'open',
      'open',
      'open',
      'over',
    ]);
    const late = { state: 'ended', endedAt: startsAt + 80 * minute } as const;
    expect([doorAt(109, late), doorAt(110, late)]).toEqual(['open', 'over']);
    // One that runs has not ended, and one that ended early was still to last until its end.
    expect(doorAt(300, { state: 'running' })).toBe('open');
    expect(doorAt(80, { state: 'ended', endedAt: startsAt + 20 * minute })).toBe('open');
    expect(doorAt(0, { state: 'skipped' })).toBe('skipped');
  });

  it('that was made at the last moment is entered for as long as it lives', () => {
    const at = (minutes: number) => startsAt + minutes * minute;
    expect([104, 105].map((minutes) => canBeEntered(meeting, at(minutes)))).toEqual([true, false]);
    expect(canBeEntered(meeting, at(-31))).toBe(false);
  });
});

it('is said of nobody before the meeting, and for good from then on', () => {
  expect(canBeMarked(meeting, startsAt - 31 * minute)).toBe(false);
  expect(canBeMarked(meeting, startsAt + 400 * 24 * 60 * minute)).toBe(true);
  expect(canBeMarked({ ...meeting, state: 'skipped' }, startsAt)).toBe(false);
});
