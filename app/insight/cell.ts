import { FEWEST } from '#app/accounts/fewest.ts';

import type { Cell, Few, Unit } from './measure.ts';

type Named = { key: string; words: string };

/** A figure that speaks of no people: squads, fixes, meetings. */
export const cell = (
  { key, words }: Named,
  unit: Unit,
  value: number | null,
  n: number | null = null,
  of: number | null = null,
): Cell => ({ key, words, unit, value, n, of, few: false });

/** So many of so many, of what is no people. */
export const shareCell = (named: Named, n: number, of: number): Cell =>
  cell(named, 'share', of === 0 ? null : n / of, n, of);

/** What is said in place of a figure over fewer than five people: not even how many. */
export const fewCell = ({ key, words }: Named, unit: Unit, few: Few = 'people'): Cell => ({
  key,
  words,
  unit,
  value: null,
  n: null,
  of: null,
  few,
});

/** How many people; none at all is fewer than five as well, or the next figure would give one away. */
export const peopleCell = (named: Named, people: number): Cell =>
  people < FEWEST ? fewCell(named, 'count') : cell(named, 'count', people);

/** Whether a group that can be worked out is nobody, or large enough. */
export const isTellable = (people: number): boolean => people <= 0 || people >= FEWEST;

/** A share of what people did (n of N), which `among` and `who` people stand behind; the others are not to be few either. */
export const shareOfPeopleCell = (
  named: Named,
  { n, of, who, among }: { n: number; of: number; who: number; among: number },
): Cell =>
  who < FEWEST || among < FEWEST || !isTellable(among - who)
    ? fewCell(named, 'share')
    : shareCell(named, n, of);

/**
 * Parts that add up to a whole, each so many people. Where one alone would be left out, it could be worked out from the
 * others: the smallest of these goes with it, so that what is missing is about five people at the least. Nothing says
 * which of them went along.
 */
export function partCells(whole: Named & { people: number }, parts: (Named & { people: number })[]): Cell[] {
  const left = new Set(parts.filter(({ people }) => people < FEWEST).map(({ key }) => key));
  const inOrder = parts.filter(({ key }) => !left.has(key)).toSorted((a, b) => a.people - b.people);
  const missing = () => parts.filter(({ key }) => left.has(key)).reduce((sum, { people }) => sum + people, 0);
  while (left.size > 0 && (left.size === 1 || missing() < FEWEST) && inOrder.length > 0)
    left.add(inOrder.shift()!.key);
  // Nothing is left to hide it among, or somebody is in two parts: the whole would give it away.
  const rest = parts
    .filter(({ key }) => !left.has(key))
    .reduce((sum, { people }) => sum - people, whole.people);
  const isHidden = left.size === 0 ? rest === 0 : left.size > 1 && missing() >= FEWEST && rest >= FEWEST;
  const isTold = whole.people >= FEWEST && isHidden;
  return [
    isTold || whole.people < FEWEST ? peopleCell(whole, whole.people) : fewCell(whole, 'count', 'part'),
    ...parts.map((part) =>
      left.has(part.key) ? fewCell(part, 'count', 'part') : peopleCell(part, part.people),
    ),
  ];
}
