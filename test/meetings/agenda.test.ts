import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { carriedWords, kindWords, sumOf, sumWords, tooMany } from '#app/meetings/agenda.ts';
import { arranged, stepTo } from '#app/meetings/agenda-order.ts';
import { readPoolPlace, writePoolPlace } from '#app/meetings/pool-place.ts';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
const id = fc.constantFrom(...'abcdefgh');

describe('an order', () => {
  it('holds what it held and what is put there, each once, whatever is asked', () => {
    fc.assert(
      fc.property(ids, id, id, fc.boolean(), (order, moved, neighbour, isAfter) => {
        const target = isAfter ? { after: neighbour } : { before: neighbour };
        const now = arranged(order, moved, target);
        expect(now.toSorted()).toEqual([...new Set([...order, moved])].toSorted());
        expect(now.filter((other) => other !== moved)).toEqual(order.filter((other) => other !== moved));
        if (neighbour !== moved && order.includes(neighbour))
          expect(now.indexOf(moved) - now.indexOf(neighbour)).toBe(isAfter ? 1 : -1);
      }),
    );
  });

  it('goes one step among what somebody sees, past what they do not, and a step back leads back', () => {
    fc.assert(
      fc.property(ids, ids, id, (order, visible, moved) => {
        const seen = order.filter((one) => visible.includes(one));
        const later = stepTo(seen, moved, 'later');
        fc.pre(later !== null);
        const then = arranged(order, moved, later!);
        const seenThen = then.filter((one) => visible.includes(one));
        expect(seenThen.indexOf(moved)).toBe(seen.indexOf(moved) + 1);
        const back = arranged(then, moved, stepTo(seenThen, moved, 'earlier')!);
        expect(back.filter((one) => visible.includes(one))).toEqual(seen);
      }),
    );
  });

  it('ends at its ends, and knows nobody who is not in it', () => {
    expect(stepTo(['a', 'b'], 'a', 'earlier')).toBeNull();
    expect(stepTo(['a', 'b'], 'b', 'later')).toBeNull();
    expect(stepTo(['a', 'b'], 'c', 'later')).toBeNull();
  });

  it('puts what is new behind all where its neighbour is gone, and leaves what was there', () => {
    expect(arranged(['a', 'b'], 'c', { before: 'x' })).toEqual(['a', 'b', 'c']);
    expect(arranged(['a', 'b'], 'a', { before: 'x' })).toEqual(['a', 'b']);
    expect(arranged(['a', 'b', 'c'], 'a', { before: null })).toEqual(['b', 'c', 'a']);
  });
});

describe('the minutes of an agenda', () => {
  const of = (...minutes: number[]) =>
    sumOf(
      minutes.map((m) => ({ minutes: m, state: 'open' as const })),
      60,
    );

  it('say how much is left, that it fits, or how much is too many', () => {
    expect(sumWords(of(20, 25))).toBe('45 of 60 minutes: 15 left');
    expect(sumWords(of(20, 20, 20))).toBe('60 of 60 minutes: it fits');
    expect(sumWords(of(20, 20, 32))).toBe('72 of 60 minutes: 12 too many');
    expect([of(60), of(61)].map(tooMany)).toEqual([0, 1]);
  });

  it('count what is to come and what was had, and nothing that went on to another meeting', () => {
    const items = (['open', 'done', 'carried', 'withdrawn'] as const).map((state) => ({
      minutes: 10,
      state,
    }));
    expect(sumOf(items, 60).minutes).toBe(20);
  });
});

it('says how often something was carried over', () => {
  expect([0, 1, 2, 3, 10, 11].map(carriedWords)).toEqual([
    null,
    'Carried over once',
    'Carried over twice',
    'Carried over for the third time',
    'Carried over for the tenth time',
    'Carried over 11 times',
  ]);
});

it('calls a kind as its template does, and one that it has no more something else', () => {
  const parts = [{ key: 'demo', heading: 'A tool, shown at work', minutes: 20, help: '' }];
  expect(kindWords(parts, 'demo')).toBe('A tool, shown at work');
  expect(kindWords(parts, 'gone')).toBe('Something else');
});

it('a place in the proposals is read as it was written, and nonsense as none', () => {
  const place = { votes: 3, at: 1772616600000, id: '0123456789abcdef' };
  expect(readPoolPlace(writePoolPlace(place))).toEqual(place);
  for (const nonsense of [null, '', '1~2', '-1~2~x', '1~2~x~y', '1;2;3'])
    expect(readPoolPlace(nonsense)).toBeNull();
});
