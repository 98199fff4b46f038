import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isNameless, isSecret, markAt, QUARTER, shuffled } from '#app/office-hours/nameless.ts';
import { paths } from '#app/paths.ts';

describe('addresses of which nothing is written down', () => {
  const secret = 'k'.repeat(43);
  it.each([
    paths.newNameless(),
    paths.nameless(secret),
    '/nameless.data',
    `/nameless/${secret}.data`,
    `/Nameless/${secret}/`,
    `/%6eameless/${secret}`,
    `//nameless/${secret}`,
    '/__manifest',
  ])('%s', (path) => expect(isNameless(path)).toBe(true));

  it.each(['/', '/questions', '/questions/nameless', '/namelessly', '/%', '/people/nameless'])(
    'not %s',
    (path) => expect(isNameless(path)).toBe(false),
  );
});

it('a secret is 32 bytes, as they stand in a link', () => {
  expect(isSecret(Buffer.alloc(32, 7).toString('base64url'))).toBe(true);
  for (const text of ['', 'k'.repeat(42), 'k'.repeat(44), `${'k'.repeat(42)}/`])
    expect(isSecret(text)).toBe(false);
});

describe('the marks at which letters are taken out', () => {
  const noon = Date.UTC(2026, 2, 4, 12);
  it('comes once at every quarter of an hour', () => {
    expect(markAt(noon, noon - QUARTER)).toBe(noon);
    expect(markAt(noon + 59_000, noon - QUARTER)).toBe(noon);
    expect(markAt(noon + 60_000, noon)).toBeNull();
    expect(markAt(noon + QUARTER, noon)).toBe(noon + QUARTER);
  });

  it('is waited for by whoever comes late: between late and the next there would be few', () => {
    expect(markAt(noon + 3 * 60_000, 0)).toBeNull();
  });

  it('lies more than thirteen minutes after the last taking out, whenever somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 * 60_000 }), { maxLength: 50 }), (pauses) => {
        let [now, last, taken] = [noon, noon, noon];
        for (const pause of pauses) {
          now += pause;
          const mark = markAt(now, last);
          if (mark === null) continue;
          expect(now - taken).toBeGreaterThan(13 * 60_000 - 1);
          [last, taken] = [mark, now];
        }
      }),
    );
  });
});

it('shuffles: all are kept, and the dice alone say where they go', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.infiniteStream(fc.nat()), (things, dice) => {
      const out = shuffled(things, (n) => dice.next().value! % n);
      expect([...out].sort((a, b) => a - b)).toEqual([...things].sort((a, b) => a - b));
    }),
  );
  const orders = new Set<string>();
  for (const a of [0, 1, 2])
    for (const b of [0, 1]) {
      const dice = [a, b];
      orders.add(shuffled(['x', 'y', 'z'], () => dice.shift()!).join(''));
    }
  expect(orders.size).toBe(6);
});
