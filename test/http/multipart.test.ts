import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { boundaryIn, BrokenForm, partsOf } from '#app/http/multipart.ts';

/** A form as the platform itself writes it. */
async function written(entries: [name: string, value: string | File][]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const request = new Request('http://guildhall.test', { method: 'POST', body: form });
  return { body: await request.bytes(), boundary: boundaryIn(request.headers.get('Content-Type'))! };
}

/** Its bytes in pieces of these sizes, over and over. */
async function* inPieces(bytes: Uint8Array, sizes: number[]) {
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(body: AsyncIterable<Uint8Array>, boundary: string, take = Infinity) {
  const parts: { name: string; fileName: string | null; content: string }[] = [];
  for await (const { name, fileName, data } of partsOf(body, boundary)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of data) {
      if (pieces.length >= take) break;
      pieces.push(piece);
    }
    parts.push({ name, fileName, content: Buffer.concat(pieces).toString('latin1') });
  }
  return parts;
}

const content = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom('\r\n', '--', '\r\n--', '\r\n--x\r\n', '').map((text) => new TextEncoder().encode(text)),
);
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

describe('a form with files', () => {
  it('is read as it was written, in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), content), { maxLength: 4 }),
        sizes,
        async (files, cut) => {
          const named = files.map(
            ([name, bytes]) => [name.replaceAll(/[\r\n"%\uD800-\uDFFF]/g, '_'), bytes] as const,
          );
          const { body, boundary } = await written(
            named.map(([name, bytes]) => ['files', new File([bytes as BlobPart], name)] as [string, File]),
          );
          expect(await read(inPieces(body, cut), boundary)).toEqual(
            named.map(([fileName, bytes]) => ({
              name: 'files',
              fileName: fileName || null, // without a name the platform writes it as a field
              content: Buffer.from(bytes).toString('latin1'),
            })),
          );
        },
      ),
    );
  });

  it('keeps the names people give, with whatever stands in them', async () => {
    const names = [
      'a;b.png',
      'a "quoted" one.png',
      'Übersicht – März.png',
      '../../x',
      'C:\\shots\\x.png',
      'two\u2028lines\u0085.txt',
    ];
    const { body, boundary } = await written([
      ['note', 'no file'],
      ...names.map((name) => ['files', new File(['x'], name)] as [string, File]),
    ]);
    const parts = await read(inPieces(body, [7]), boundary);
    expect(parts.map(({ fileName }) => fileName)).toEqual([null, ...names]);
  });

  it('goes on with the next part when one is left half read, or not read', async () => {
    const { body, boundary } = await written([
      ['a', new File(['x'.repeat(1000)], 'a')],
      ['b', new File(['y'.repeat(1000)], 'b')],
    ]);
    for (const take of [0, 1, 3]) {
      const parts = await read(inPieces(body, [64]), boundary, take);
      expect(parts.map(({ name }) => name)).toEqual(['a', 'b']);
    }
  });

  it('that is none is refused, and never waited for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), sizes, async (bytes, cut) => {
        await expect(read(inPieces(bytes, cut), 'none')).rejects.toThrow(BrokenForm);
      }),
    );
  });

  it('that breaks off is refused wherever it does', async () => {
    const { body, boundary } = await written([['a', new File(['xyz'], 'a.txt')]]);
    for (let length = 0; length < body.length - 4; length++)
      await expect(read(inPieces(body.subarray(0, length), [50]), boundary)).rejects.toThrow(BrokenForm);
  });

  it('with an endless head is refused before it is all read', async () => {
    let given = 0;
    const endless = async function* () {
      yield Buffer.from('--b\r\nContent-Disposition: form-data; name="');
      for (; given < 1000; given++) yield Buffer.alloc(1024, 'x');
    };
    await expect(read(endless(), 'b')).rejects.toThrow(BrokenForm);
    expect(given).toBeLessThan(40);
  });
});

it.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['Multipart/Form-Data;boundary=----x', '----x'],
  ['multipart/form-data', null],
  ['application/x-www-form-urlencoded', null],
  [null, null],
])('the boundary of %s', (type, boundary) => {
  expect(boundaryIn(type)).toBe(boundary);
});
