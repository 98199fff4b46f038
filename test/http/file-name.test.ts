import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { disposition, endingOf, fileName } from '#app/http/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['shot.png', 'shot.png'],
    ['../../x', 'x'],
    ['..\\x', 'x'],
    ['C:\\Users\\Ada\\scan result.json', 'scan result.json'],
    ['C:scan.json', 'scan.json'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['...', 'file'],
    ['.env', 'env'],
    ['  a \t b.txt ', 'a b.txt'],
    ['invoice\u202Egnp.exe', 'invoicegnp.exe'],
    ['a\0b\u200B\u0007.txt', 'ab.txt'],
    ['Ubersicht Ma\u0308rz.md', 'Ubersicht März.md'],
    ['写真.jpg', '写真.jpg'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  it('that is very long keeps its beginning and its ending', () => {
    const name = fileName(`${'long '.repeat(100)}.sarif`);
    expect([...name].length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^long long .*\.sarif$/);
    expect([...fileName(`${'🙂'.repeat(500)}.png`)]).toHaveLength(120);
  });

  it('never leads anywhere, hides nothing and is never empty, whatever was given', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('/', '\\', '.', ':', '\0', '\u202E', '%2f', ' '),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(hostile, (given) => {
        const name = fileName(given);
        expect(name).not.toMatch(/[/\\\p{C}\p{Zl}\p{Zp}]/u);
        expect(name).not.toMatch(/^\.|\.$|^$/);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed() && name === name.normalize('NFC')).toBe(true);
        expect(fileName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the header that names it', () => {
  it('says it twice: plainly, and exactly', () => {
    expect(disposition('attachment', 'März "1".png')).toBe(
      `attachment; filename="Marz _1_.png"; filename*=UTF-8''M%C3%A4rz%20%221%22.png`,
    );
  });

  it('is a header whatever the name, and brings it back exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = fileName(given);
        const header = new Headers({ 'Content-Disposition': disposition('inline', name) }).get(
          'Content-Disposition',
        )!;
        const [, plain, exact] = /^inline; filename="([^"\\]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
          header,
        )!;
        expect(plain).toMatch(/^[\x20-\x7e]+$/);
        expect(decodeURIComponent(exact!)).toBe(name);
      }),
    );
  });
});

it.each([
  ['a.PNG', 'png'],
  ['a.tar.gz', 'gz'],
  ['report v1.2', ''],
  ['Makefile', ''],
])('the ending of %s', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
