import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lostWords } from '../../../app/postmortems/import/words.ts';
import { readPostmortem } from '../../../app/postmortems/import/read.ts';

const folder = new URL('../fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3));
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

describe.each(names)('%s', (name) => {
  const source = read(`${name}.md`);
  const expected = JSON.parse(read(`${name}.json`)) as Record<
    'timeline' | 'actions' | 'milestones',
    object[]
  > & { title: string; timezone: string; severity: number; sections: string[] };
  const reading = readPostmortem(source, { fileName: `${name}.md` });
  const { document } = reading;

  it('has its title, zone and severity', () => {
    expect(document.title).toBe(expected.title);
    expect(document.timezone).toBe(expected.timezone);
    expect(document.severity).toBe(expected.severity);
  });

  it('has its sections, in their order', () => {
    expect(document.sections.map(({ key }) => key)).toEqual(expected.sections);
  });

  it('has its timeline, times and texts', () => {
    expect(document.timeline.map(({ at, text }) => ({ at, text }))).toEqual(expected.timeline);
    expect(document.milestones).toMatchObject(expected.milestones ?? document.milestones);
  });

  it('has its action items with owners, days and done-marks', () => {
    expect(document.actions).toHaveLength(expected.actions.length);
    expect(document.actions).toMatchObject(expected.actions);
  });

  it('loses no word', () => {
    expect(lostWords(source, reading)).toEqual([]);
    expect(reading.unplaced).toBe('');
  });
});
