import { expect, it } from 'vitest';

import { chance } from '../../scripts/bench/chance.ts';
import { linksInto, visibleText } from '../../scripts/bench/same.ts';
import { COMMON_WORD, prose, RARE_WORDS, sentence } from '../../scripts/bench/words.ts';

it('reads what a page says, whoever wrote its marks', () => {
  const react =
    '<main id="main"><p>3<!-- --> · <!-- -->Medium</p><a href="/x">It&#x27;s</a></main><script>x</script>';
  const strings = "<head></head><main><p>3 · Medium</p> <a href='/x'>It's</a></main>";
  expect(visibleText(react)).toBe("3 · Medium It's");
  expect(visibleText(strings)).toBe(visibleText(react));
});

it('finds the links into a room in their order, and no others', () => {
  const html =
    '<a href="/action-items">All</a><a class="b" href="/action-items/0123456789abcdef">Two</a>' +
    '<a href="/postmortems/0123456789abcdef">P</a><a data-x="" href="/action-items/1123456789abcdef">One</a>';
  expect(linksInto(html, 'action-items')).toEqual(['0123456789abcdef Two', '1123456789abcdef One']);
});

it('has the same chance twice, and ids as the app makes them, each once', () => {
  const told = (seed: number) => {
    const luck = chance(seed);
    return [luck.id(), luck.next(), sentence(luck), prose(luck)];
  };
  expect(told(7)).toEqual(told(7));
  expect(told(7)).not.toEqual(told(8));
  const luck = chance(1);
  const ids = Array.from({ length: 1000 }, () => luck.id());
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{16}$/);
});

it('says nowhere by chance what it searches for', () => {
  const luck = chance(3);
  const text = Array.from({ length: 500 }, () => prose(luck))
    .join(' ')
    .toLowerCase();
  for (const word of [...RARE_WORDS.split(' '), COMMON_WORD]) expect(text).not.toContain(word);
});
