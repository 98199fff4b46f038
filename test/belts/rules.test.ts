import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { beltNamed, beltOf, readRules, requirementOf, whatDecides } from '#app/belts/rules.ts';

import { modules, rules, rulesOf, written } from './known.ts';

const faultsIn = (value: unknown) => {
  const read = readRules(JSON.stringify(value, null, 2), modules);
  return 'faults' in read ? read.faults : [];
};
const [white, green, black] = written.belts;

it('are named by belt and requirement', () => {
  expect(requirementOf(rules, 'green/scan')).toMatchObject({ kind: 'evidence', words: 'A scan' });
  expect(beltOf(rules, 'green/scan')?.key).toBe('green');
  expect(beltNamed(rules, 'black')?.name).toBe('Black belt');
  expect([requirementOf(rules, 'green/none'), beltOf(rules, 'none/scan'), beltNamed(rules, 'pink')]).toEqual([
    null,
    null,
    null,
  ]);
});

describe('are refused, each fault with its line', () => {
  it.each([
    [
      'a module that there is not',
      { belts: [{ ...white, requirements: [{ ...white!.requirements[0], module: 'white/99' }] }] },
      'white/99',
    ],
    [
      'a lesson that there is not',
      { belts: [{ ...green, requirements: [{ ...green!.requirements[0], lessons: ['white/98'] }] }] },
      'white/98',
    ],
    ['two belts of one key', { belts: [white, white] }, 'a second belt'],
    [
      'two requirements of one key',
      { belts: [{ ...white, requirements: [white!.requirements[0], white!.requirements[0]] }] },
      'a second requirement',
    ],
    ['a belt that asks for nothing', { belts: [{ ...white, requirements: [] }] }, 'asks for nothing'],
    ['mentoring to a belt that comes later', { belts: [black, white] }, 'comes before'],
    ['a time that ends before renewal is due', { validity: { months: 2 } }, 'validity'],
    [
      'the same of one requirement',
      { belts: [{ ...white, requirements: [{ ...white!.requirements[0], validity: { months: 1 } }] }] },
      'validity',
    ],
    [
      'a kind that there is not',
      { belts: [{ ...white, requirements: [{ ...white!.requirements[0], kind: 'blessing' }] }] },
      'kind',
    ],
    ['a word too many', { blessed: true }, 'blessed'],
    ['a day that not every year has', { validity: { from: '02-29' } }, 'validity'],
  ])('%s', (_, changed, words) => {
    const faults = faultsIn({ ...written, ...changed });
    expect(faults).not.toEqual([]);
    expect(faults.map(({ text }) => text).join(' ')).toContain(words);
    for (const { line } of faults) expect(line).toBeGreaterThan(0);
  });

  it('where it stands', () => {
    const text = JSON.stringify(written, null, 2).replace('"white/02"', '"white/99"');
    const read = readRules(text, modules);
    const line = text.split('\n').findIndex((one) => one.includes('white/99')) + 1;
    expect(read).toEqual({ faults: [{ line, text: 'there is no module "white/99"' }] });
    expect(readRules(text, null)).toHaveProperty('rules');
  });
});

it('decide the same when their words are bettered, and otherwise when anything else is changed', () => {
  const bettered = rulesOf(JSON.parse(JSON.stringify(written).replaceAll('How.', 'In this way.')) as object);
  expect(whatDecides(bettered)).toBe(whatDecides(rules));
  expect(whatDecides(rulesOf({ ...written, graceDays: 7 }))).not.toBe(whatDecides(rules));
  expect(whatDecides(rulesOf({ ...written, belts: [white, green] }))).not.toBe(whatDecides(rules));
});

it('that come with Guildhall can be read', () => {
  const text = readFileSync('content/belts.json', 'utf8');
  const named = new Set(
    [...text.matchAll(/"((?:white|green|black)\/\d\d-[a-z-]+)"/g)].map(([, key]) => key!),
  );
  expect(readRules(text, named)).toHaveProperty('rules');
});
