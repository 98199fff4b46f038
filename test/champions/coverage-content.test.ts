import { expect, it } from 'vitest';

import { coveragePolicies } from '#app/champions/coverage-content.server.ts';
import { readCoverage } from '#app/champions/coverage-content.ts';

const faultsOf = (text: string) => {
  const read = readCoverage(text);
  return 'faults' in read ? read.faults : [];
};
const written = (change: object) =>
  JSON.stringify(
    { 'per-squad': { on: true }, 'per-developers': { developers: 8 }, specialisms: [], ...change },
    null,
    2,
  );

it('is read as it is shipped, with both policies on', () => {
  const policies = coveragePolicies();
  expect([policies['per-squad'].on, policies['per-developers']]).toMatchObject([
    true,
    { on: true, developers: 8 },
  ]);
  expect(policies.specialisms.every(({ on, least }) => on && least > 0)).toBe(true);
});

it('names the line of what is wrong', () => {
  expect(faultsOf(written({}))).toEqual([]);
  expect(faultsOf(written({ 'per-developers': { developers: 0 } }))).toMatchObject([{ line: 6 }]);
  expect(faultsOf('{\n"per-squad": {},,\n}')).toMatchObject([{ line: 2, text: 'This is not JSON.' }]);
  const named = [
    { key: 'cloud', words: 'Cloud', least: 1 },
    { key: 'A key', words: 'Cloud', least: 1 },
  ];
  const [fault] = faultsOf(written({ specialisms: named }));
  expect(written({ specialisms: named }).split('\n')[fault!.line - 1]).toContain('"A key"');
  expect(faultsOf(written({ specialisms: [named[0], named[0]] }))[0]!.text).toContain('share a key');
  expect(faultsOf(written({ 'per-squads': { on: true } }))).toHaveLength(1);
});
