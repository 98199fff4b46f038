import { expect, it } from 'vitest';
import { z } from 'zod';

import { readJson } from '#app/content/json.ts';

const schema = z.strictObject({
  list: z.array(z.strictObject({ name: z.string(), inner: z.array(z.strictObject({ n: z.int() })) })),
});
const written = (value: unknown) => JSON.stringify(value, null, 2);
const faultsOf = (text: string) => {
  const read = readJson(text, schema);
  return 'faults' in read ? read.faults : [];
};

it('reads what fits', () => {
  expect(readJson('{"list": []}', schema)).toEqual({ value: { list: [] } });
});

it('names the line, however deep and however many of the kind come before', () => {
  const list = [
    { name: 'one', inner: [{ n: 1 }, { n: 2 }] },
    { name: 'two', inner: [{ n: 3 }, { n: 'no' }] },
  ];
  const text = written({ list });
  const [fault] = faultsOf(text);
  expect(text.split('\n')[fault!.line - 1]).toContain('"no"');
  expect(fault!.text).toMatch(/^list\.1\.inner\.1\.n: /);
});

it('names the place where something is missing or too much', () => {
  const text = written({ list: [{ name: 'one', inner: [] }, { inner: [] }] });
  const [fault] = faultsOf(text);
  expect(
    text
      .split('\n')
      .slice(fault!.line - 1)
      .join(''),
  ).toMatch(/^ *\{ *"inner"/);
  expect(faultsOf(written({ list: [], more: 1 }))).toMatchObject([{ line: 1 }]);
});

it('names the line in which it stops being JSON', () => {
  expect(faultsOf('{\n"list": [,]\n}')).toEqual([{ line: 2, text: 'This is not JSON.' }]);
  expect(faultsOf('{\n"list": [')).toEqual([{ line: 2, text: 'This is not JSON.' }]);
});

it('names the line in which it is no JSON, wherever that is', () => {
  const whole = written({ list: Array.from({ length: 30 }, (_, n) => ({ name: `${n}`, inner: [] })) });
  const lines = whole.split('\n');
  for (const [at, line] of lines.entries()) {
    if (!line.includes('"name"')) continue;
    for (const spoilt of [
      line.replace(/: .*/, ': ,'),
      line.replace(',', ' ;'),
      line.replace('"name"', 'name'),
    ]) {
      const [fault] = faultsOf(lines.with(at, spoilt).join('\n'));
      expect(fault).toEqual({ line: at + 1, text: 'This is not JSON.' });
    }
  }
});
