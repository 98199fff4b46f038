import { describe, expect, it } from 'vitest';

import { dayAt, dayOfNumber, numberOf } from '#app/office-hours/question-day.ts';
import { afterClosing, afterWord, states } from '#app/office-hours/question.ts';

const asker = { asked: true, hosts: false };
const host = { asked: false, hosts: true };
const both = { asked: true, hosts: true };
const reader = { asked: false, hosts: false };

describe('a word on a question', () => {
  it.each(states)('of whoever asked makes one that is %s wait again', (state) => {
    for (const part of [asker, both]) expect(afterWord(state, part)).toEqual({ state: 'open' });
  });

  it('of a host answers it, unless it was closed', () => {
    expect(afterWord('open', host)).toEqual({ state: 'answered' });
    expect(afterWord('answered', host)).toEqual({ state: 'answered' });
    expect(afterWord('closed', host)).toEqual({ refused: 'not-now' });
  });

  it('is for nobody else', () => expect(afterWord('open', reader)).toEqual({ refused: 'not-yours' }));
});

it('is closed by whoever asked, and by hosts, once', () => {
  for (const part of [asker, host]) {
    expect(afterClosing('open', part)).toEqual({ state: 'closed' });
    expect(afterClosing('closed', part)).toEqual({ refused: 'not-now' });
  }
  expect(afterClosing('open', reader)).toEqual({ refused: 'not-yours' });
});

it('has the day of where the organisation is, which sorts as a number does', () => {
  const late = Date.UTC(2026, 2, 4, 23, 30);
  expect(dayAt(late, 'Europe/Berlin')).toBe('2026-03-05');
  expect(dayAt(late, 'America/New_York')).toBe('2026-03-04');
  expect(dayOfNumber(numberOf('2026-03-05'))).toBe('2026-03-05');
});
