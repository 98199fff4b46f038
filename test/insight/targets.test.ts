import { expect, it } from 'vitest';

import { judged, meets } from '#app/insight/aim.ts';
import { targetsFile } from '#app/insight/targets.server.ts';
import { readTargets } from '#app/insight/targets.ts';

it('reads what the house comes with', () => {
  const { read } = targetsFile();
  expect(read).toMatchObject({
    targets: { coverage: { atLeast: 80 }, 'open-items': { criticals: 0, highs: 4 } },
  });
});

it('names the line of what is wrong', () => {
  const read = readTargets('{\n  "coverage": {\n    "atLeast": 180\n  },\n  "bugs-found": {}\n}');
  expect('faults' in read && read.faults.map(({ line }) => line).sort()).toEqual([1, 3]);
});

it('does without what is left out', () => {
  expect(readTargets('{}')).toEqual({ targets: {} });
});

it('holds a figure against its target, and nothing against none', () => {
  const lines = [{ key: 'all', words: 'Squads with a champion', unit: 'share' as const }];
  const aim = { line: 'all', side: 'at-least' as const, value: 0.8, source: '' };
  expect(judged(aim, { value: 0.8 }, lines)).toMatchObject({
    verdict: 'met',
    words: 'Squads with a champion: at least 80 %',
  });
  expect(judged(aim, { value: 0.799 }, lines).verdict).toBe('missed');
  expect(judged(aim, { value: null }, lines).verdict).toBe('open');
  expect(judged(aim, null, lines).verdict).toBe('open');
  expect(meets({ side: 'at-most', value: 0 }, 0)).toBe(true);
  expect(meets({ side: 'at-most', value: 4 }, 5)).toBe(false);
});
