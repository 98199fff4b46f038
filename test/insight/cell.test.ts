import fc from 'fast-check';
import { expect, it } from 'vitest';

import { FEWEST } from '#app/accounts/fewest.ts';
import { partCells, peopleCell, shareCell, shareOfPeopleCell } from '#app/insight/cell.ts';

const named = (key: string) => ({ key, words: key });

it('says nothing of fewer than five people, not even that there is nobody', () => {
  for (const people of [0, 1, 4])
    expect(peopleCell(named('all'), people)).toMatchObject({ value: null, n: null, of: null, few: 'people' });
  expect(peopleCell(named('all'), 5)).toMatchObject({ value: 5, few: false });
});

it('says no share that fewer than five people stand behind, however often each was there', () => {
  const share = (who: number, among: number) =>
    shareOfPeopleCell(named('all'), { n: 12, of: 40, who, among });
  expect(share(3, 10)).toMatchObject({ value: null, n: null, of: null, few: 'people' });
  expect(share(4, 4).few).toBe('people');
  expect(share(5, 10)).toMatchObject({ value: 0.3, n: 12, of: 40, few: false });
  // The four who were not there would be known, too; where all were, there is nobody to know.
  expect(share(6, 10).few).toBe('people');
  expect(share(10, 10)).toMatchObject({ value: 0.3, few: false });
});

it('has no share of nothing', () => {
  expect(shareCell(named('all'), 0, 0)).toMatchObject({ value: null, n: 0, of: 0, few: false });
});

it('leaves out what could be worked out from the rest, too', () => {
  const told = (people: number[]) =>
    partCells(
      { ...named('all'), people: people.reduce((sum, one) => sum + one, 0) },
      people.map((one, at) => ({ ...named(`part-${at}`), people: one })),
    ).map(({ value }) => value);
  expect(told([12, 9, 7])).toEqual([28, 12, 9, 7]);
  // 28 - 12 - 9 would give the seven away as well, had the four stood alone.
  expect(told([12, 9, 7, 4])).toEqual([32, 12, 9, null, null]);
  expect(told([12, 2, 1])).toEqual([15, null, null, null]);
  expect(told([12, 3, 2])).toEqual([17, 12, null, null]);
  expect(told([4])).toEqual([null, null]);
  expect(told([0, 0])).toEqual([null, null, null]);
});

it('leaves out the whole where some are in two parts, and how many could be worked out', () => {
  const told = (whole: number, people: number[]) =>
    partCells(
      { ...named('all'), people: whole },
      people.map((one, at) => ({ ...named(`part-${at}`), people: one })),
    ).map(({ value }) => value);
  // One of the nine alone is in the second part only.
  expect(told(9, [8, 6])).toEqual([null, 8, 6]);
  expect(told(14, [12, 3, 2])).toEqual([null, 12, null, null]);
});

it('never lets anybody work out fewer than five people from a whole and its parts', () => {
  const counts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, (people) => {
      const whole = people.reduce((sum, one) => sum + one, 0);
      const [all, ...parts] = partCells(
        { ...named('all'), people: whole },
        people.map((one, at) => ({ ...named(`part-${at}`), people: one })),
      );
      for (const { value } of [all!, ...parts])
        if (value !== null) expect(value).toBeGreaterThanOrEqual(FEWEST);
      const hidden = parts.filter(({ few }) => few);
      if (all!.value === null || hidden.length === 0) return;
      expect(hidden.length).toBeGreaterThan(1);
      const rest = whole - parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
      expect(rest).toBeGreaterThanOrEqual(FEWEST);
    }),
  );
});
