import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { type Outcome, report } from '../../scripts/check/report.ts';

const said: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(...text.split('\n')));
});
afterEach(() => {
  vi.restoreAllMocks();
  said.length = 0;
});

const step = (name: string, outcome: Partial<Outcome>) => ({
  name,
  run: async () => ({ passed: 0, failed: 0, skipped: 0, output: '', ...outcome }),
});

it('ends with the sum, alone on the last line', async () => {
  expect(await report([step('lint', { passed: 1 }), step('tests', { passed: 41 })])).toBe(true);
  expect(said.at(-1)).toBe('42 passed, 0 failed');
});

it('goes on after a failure, shows its output and nobody else’s, and fails', async () => {
  const steps = [
    step('lint', { failed: 1, output: 'a fault in the third line' }),
    { name: 'types', run: () => Promise.reject(new Error('no such program')) },
    step('tests', { passed: 3, output: 'all well' }),
  ];
  expect(await report(steps)).toBe(false);
  expect(said.join('\n')).toContain('a fault in the third line');
  expect(said.join('\n')).toContain('no such program');
  expect(said.join('\n')).not.toContain('all well');
  expect(said.at(-1)).toBe('3 passed, 2 failed');
});

it('runs two at a time, in their order, each after what it waits for', async () => {
  const heard: string[] = [];
  const open = { build: Promise.withResolvers<void>(), types: Promise.withResolvers<void>() };
  const slow = (name: 'build' | 'types') => ({
    name,
    run: async () => {
      heard.push(name);
      await open[name].promise;
      heard.push(`${name} has ended`);
      return { passed: 1, failed: 0, skipped: 0, output: '' };
    },
  });
  const last = {
    name: 'tests',
    after: 'build',
    run: async () => {
      heard.push('tests');
      return { passed: 40, failed: 0, skipped: 0, output: '' };
    },
  };
  const done = report([slow('build'), slow('types'), last], 2);
  await vi.waitFor(() => expect(heard).toEqual(['build', 'types']));
  open.types.resolve();
  await vi.waitFor(() => expect(heard).toEqual(['build', 'types', 'types has ended']));
  open.build.resolve();
  expect(await done).toBe(true);
  expect(heard).toEqual(['build', 'types', 'types has ended', 'build has ended', 'tests']);
  expect(said.at(-1)).toBe('42 passed, 0 failed');
  const table = said.slice(-6, -2).map((line) => line.split(/\s+/)[1]);
  expect(table.filter(Boolean)).toEqual(['build', 'types', 'tests']);
});

it('says plainly what was skipped, and why', async () => {
  const why = 'PostgreSQL is not installed here';
  expect(await report([step('tests', { passed: 1 }), step('more', { skipped: 1, why })])).toBe(true);
  expect(said.join('\n')).toContain(why);
  expect(said.at(-1)).toBe('1 passed, 0 failed, 1 skipped');
});
