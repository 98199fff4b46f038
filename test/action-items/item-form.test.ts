import { expect, it } from 'vitest';

import { itemSchema } from '#app/action-items/item-form.ts';
import { filterSchema } from '#app/action-items/list.ts';

const blank = {
  statement: 'Alert on queue depth',
  kind: null,
  severity: null,
  owner: '',
  dueOn: null,
  ticket: null,
  sprint: null,
};
const faults = (fields: Record<string, string>) => {
  const read = itemSchema.safeParse({ statement: 'Alert on queue depth', ...fields });
  return read.success ? [] : read.error.issues.map(({ path }) => path[0]);
};

it('needs to say what is to be done, and no more', () => {
  expect(itemSchema.parse({ statement: 'Alert on queue depth  ' })).toEqual(blank);
  const empty = { kind: '', severity: '', owner: ' ', dueOn: '', ticket: '', sprint: ' ' };
  expect(itemSchema.parse({ statement: 'Alert on queue depth', ...empty })).toEqual(blank);
});

it('reads what is filled in', () => {
  const filled = {
    kind: 'detect',
    severity: '2',
    owner: 'Amara',
    dueOn: '2026-03-10',
    ticket: 'OPS-12',
    sprint: '26.5',
  };
  expect(itemSchema.parse({ statement: 'x', ...filled })).toEqual({ statement: 'x', ...filled, severity: 2 });
});

it.each<[Record<string, string>, string]>([
  [{ statement: ' ' }, 'statement'],
  [{ statement: 'x'.repeat(20_001) }, 'statement'],
  [{ statement: 'a\0b' }, 'statement'],
  [{ kind: 'punish' }, 'kind'],
  [{ severity: '0' }, 'severity'],
  [{ dueOn: '2026-02-30' }, 'dueOn'],
  [{ dueOn: 'tomorrow' }, 'dueOn'],
  [{ owner: 'x'.repeat(201) }, 'owner'],
])('refuses %o', (fields, field) => expect(faults(fields)).toEqual([field]));

it('a list is narrowed by what there is; nonsense counts as not asked for', () => {
  const asked = { state: 'done', owner: 'my-squads', who: 'Payments', severity: '3' };
  expect(filterSchema.parse(asked)).toEqual(asked);
  const unasked = { state: 'unfinished', owner: 'anyone', who: '', severity: '' };
  expect(filterSchema.parse({})).toEqual(unasked);
  expect(filterSchema.parse({ state: 'late', owner: 'them', severity: 'high' })).toEqual(unasked);
});

it('keeps a statement of several lines as it was written', () => {
  const statement = 'Run this before every release:\n\n```\nnpm run check\n```';
  expect(itemSchema.parse({ statement }).statement).toBe(statement);
});
