/** What nobody types, and somebody sends all the same. */
import fc from 'fast-check';

/** Half of a character that needs two: no encoding has a place for it. */
const lone = '\ud800';

const known = [
  '',
  ' ',
  '\0',
  'a\0b',
  lone,
  '\u202e',
  '\ufeff',
  '\r\nSet-Cookie: a=b',
  "' or 1=1 --",
  '"; drop table people; --',
  '%',
  '_',
  '\\',
  '*',
  '"',
  '" OR "',
  'a AND',
  'NEAR(a b',
  'title:a',
  '^',
  '-',
  '(',
  "a' & | !",
  'NaN',
  'Infinity',
  '-1',
  '0',
  '-0',
  '1.5',
  '1e309',
  '0x10',
  '9007199254740993',
  '99999999999999999999',
  '__proto__',
  'constructor',
  'toString',
  'undefined',
  'null',
  'true',
  '[]',
  '{}',
  '{"a":{"$gt":""}}',
  '0000-00-00',
  '2026-02-30',
  '2026-13-01',
  '2026-03-29T02:30',
  '9999-12-31',
  '275760-09-14',
  '-271821-04-19',
  '24:00',
  '23:60',
  'Europe/Berlin',
  'Europe/Nowhere',
  '+99:99',
  '../../etc/passwd',
  '//evil.example',
  '/\\evil.example',
  'http://[',
  'javascript:alert(1)',
  '%00',
  '%zz',
  '${7*7}',
  '999999999999999~zzzz',
  '1~',
  'İ'.repeat(200),
  '🏳️‍🌈',
  '😀'.repeat(100),
];

/** Long, or hard to read: what takes time to understand is asked for too. */
const heavy = [
  'x'.repeat(301),
  'é'.repeat(70_000),
  'a\n'.repeat(20_000),
  '['.repeat(5000),
  '> '.repeat(2000),
  '*a'.repeat(5000),
  '`'.repeat(9999),
  `|${'a|'.repeat(3000)}\n|${'-|'.repeat(3000)}`,
  `${'- '.repeat(1000)}x`,
  '<a '.repeat(5000),
  '\t'.repeat(20_000),
];

/** Text of any kind, lone surrogates and NUL among it. The simplest first, so that what fails shrinks. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.constantFrom(...heavy) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.bigInt()).map(String) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 16)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
);

export type Sent = string | { fileName: string; type: string; bytes: Buffer };

/** A file where nobody asked for one, or of what nobody expected. */
export const hostileFile: fc.Arbitrary<Sent> = fc.record({
  fileName: fc.oneof(
    fc.constantFrom('', 'a.md', '../a.md', 'a"b.md', '__proto__'),
    fc.string({ maxLength: 20 }),
  ),
  type: fc.constantFrom('text/markdown', 'application/octet-stream', '', 'image/png', 'text/html'),
  bytes: fc.oneof(
    hostileText.map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(Buffer.from([0xff, 0xfe, 0x00, 0xd8]), Buffer.from([0xef, 0xbb, 0xbf])),
  ),
});
