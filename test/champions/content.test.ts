import { expect, it } from 'vitest';

import { pointsOf, readChecklist } from '#app/champions/checklist.ts';
import { championFiles, checklistNamed, onboarding } from '#app/champions/content.server.ts';
import { readPitch } from '#app/champions/pitch.ts';

const faults = (read: object) =>
  'faults' in read
    ? (read.faults as { line: number; text: string }[]).map(({ line, text }) => `${line}: ${text}`)
    : [];

it('reads every file that comes with the house', () => {
  for (const { file, read } of championFiles()) expect(faults(read), file).toEqual([]);
  expect(pointsOf(onboarding()).length).toBeGreaterThan(5);
  expect(pointsOf(checklistNamed('before-every-release')!)).toHaveLength(5);
});

const head = ['---', 'name: Before a release', 'about: Ten minutes.', '---'];
const list = (...lines: string[]) => readChecklist('before', [...head, ...lines].join('\n'));

it('reads points with their keys, help and groups', () => {
  expect(
    list('- [ ] Look {#look}', '  Twice,', '  at least.', '', '## Later', '- [ ] Leap {#leap anew}'),
  ).toEqual({
    slug: 'before',
    name: 'Before a release',
    about: 'Ten minutes.',
    groups: [
      { heading: null, points: [{ key: 'look', text: 'Look', help: 'Twice, at least.', anew: false }] },
      { heading: 'Later', points: [{ key: 'leap', text: 'Leap', help: '', anew: true }] },
    ],
  });
});

it('names the line of what it cannot read', () => {
  expect(faults(list('- [ ] Look {#look}', '- [ ] Again {#look}'))).toEqual(['6: has a second point "look"']);
  expect(faults(list('- [ ] Look {#look}', '- Leap'))[0]).toMatch(/^6: /);
  expect(faults(list('## Alone'))).toHaveLength(2);
  expect(faults(list('  lost help', '- [ ] Look {#look}'))[0]).toMatch(/^5: /);
  expect(faults(readChecklist('x', 'no head'))[0]).toMatch(/^1: /);
  expect(faults(readChecklist('x', '---\nname: X\n---\n- [ ] Look {#look}'))).toEqual(['1: has no "about"']);
});

it('reads the pitch whole, or says what is missing', () => {
  const whole =
    '# Join\n\nIt is good.\n\n## You {#for-you}\na\n\n## We {#asked}\nb\n## How {#path}\nc\n## They {#manager}\nd\n';
  expect(readPitch(whole)).toMatchObject({
    title: 'Join',
    lead: 'It is good.',
    asked: { heading: 'We', markdown: 'b' },
  });
  expect(faults(readPitch(whole.replace('## We {#asked}\nb\n', '')))[0]).toContain('asked');
  expect(faults(readPitch(whole.replace('{#asked}', '{#other}')))).toHaveLength(1);
  expect(faults(readPitch(whole.replace('## How {#path}\nc\n', '## How {#path}\n\n')))[0]).toMatch(/^10: /);
  expect(faults(readPitch('nothing'))[0]).toMatch(/^1: /);
});
