import { expect, it, vi } from 'vitest';

import { beltCardOf, beltPath } from '#app/belts/path-page.server.ts';
import { beltFiles, beltRules } from '#app/belts/rules.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { earnWhite } from './belt-world.ts';

vi.mock(import('#app/training/curriculum.server.ts'), async (original) => ({
  ...(await original()),
  moduleNamed: () => null,
  moduleKeys: () => new Set<string>(),
}));
it('closes no page when a lesson was taken out that a belt asks for, and says so to whoever keeps the house', () => {
  vi.stubEnv('LOG', '');
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(beltRules().belts.length).toBeGreaterThan(0);
  beltRules();
  expect(written.mock.calls.map(([line]) => String(line))).toEqual([
    expect.stringContaining('there is no module'),
  ]);
  written.mockRestore();
  vi.unstubAllEnvs();
  expect(beltFiles()[0]!.read).toHaveProperty('faults');
});

it('takes no belt from those who passed it, and sends nobody to a page that is not there', async () => {
  const [mara, jonas] = [await somebody('Mara'), await somebody('Jonas')];
  await earnWhite(mara, now - 1);
  expect((await beltPath(mara.id, now)).belts[0]!.state).toBe('held');
  const { next } = await beltCardOf(jonas.id, now);
  expect(next?.missing.map((one) => one.next)).toEqual([null, null]);
});
