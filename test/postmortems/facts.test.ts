import { expect, it } from 'vitest';

import { beginningSchema, factsSchema, reach } from '#app/postmortems/facts.ts';

const facts = { title: ' Checkout  was\nslow ', kind: 'incident', severity: '', timezone: ' ' };
const fault = (change: Record<string, string>) => {
  const read = factsSchema.safeParse({ ...facts, ...change });
  return read.success ? null : String(read.error.issues[0]!.path[0]);
};

it('are a title in one line, a kind, a severity, a zone', () => {
  expect(factsSchema.parse(facts)).toEqual({
    title: 'Checkout was slow',
    kind: 'incident',
    severity: null,
    timezone: null,
  });
  expect(factsSchema.parse({ ...facts, severity: '2', timezone: 'CET' })).toMatchObject({
    severity: 2,
    timezone: 'CET',
  });
});

it('need a title that can be kept', () => {
  expect(fault({ title: ' \n ' })).toBe('title');
  expect(fault({ title: 'x'.repeat(301) })).toBe('title');
  expect(fault({ title: 'a\0b' })).toBe('title');
  expect(fault({ title: 'x'.repeat(300) })).toBeNull();
});

it('are chosen from what there is', () => {
  expect(fault({ kind: 'outage' })).toBe('kind');
  expect(fault({ severity: '6' })).toBe('severity');
  expect(fault({ timezone: 'x'.repeat(65) })).toBe('timezone');
  expect(reach.safeParse('public').success).toBe(false);
  expect(beginningSchema.safeParse({ title: 'Slow' }).success).toBe(false);
});
