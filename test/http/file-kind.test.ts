import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isFileKind, nameToSave } from '#app/http/file-kind.ts';
import { kindOf } from '#app/http/file-kind.server.ts';
import { endingOf } from '#app/http/file-name.ts';

import { gif, jpeg, pdf, png, polyglot, webp, zip } from './samples.ts';

const words = (text: string) => new TextEncoder().encode(text);
const refusal = async (bytes: Uint8Array, name: string) => {
  const kind = await kindOf(bytes, name);
  if (!('refused' in kind)) throw new Error(`It was taken for ${kind.type}.`);
  return kind.refused;
};

describe('a file is taken for what is in it', () => {
  it.each([
    ['shot.png', png, 'image/png'],
    ['SHOT.PNG', png, 'image/png'],
    ['shot', png, 'image/png'],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['photo.jpg', jpeg, 'image/jpeg'],
    ['moving.gif', gif, 'image/gif'],
    ['shot.webp', webp, 'image/webp'],
    ['report.pdf', pdf, 'application/pdf'],
    ['also a page.png', polyglot, 'image/png'],
    ['notes.md', words('# Notes\n\n<script>alert(1)</script>'), 'text/plain'],
    ['scan.sarif', words('{"version":"2.1.0"}'), 'text/plain'],
    ['build.log', words('\x1b[31mred\x1b[0m\r\n'), 'text/plain'],
    ['run.sh', words('#!/bin/sh\nls\n'), 'text/plain'],
    ['BMW.txt', words('BM is how this begins'), 'text/plain'],
    ['page.php', words('<?php echo 1;'), 'text/plain'],
    ['link.md', words('<https://example.com> says so'), 'text/plain'],
    ['Dockerfile', words('FROM node:24\n'), 'text/plain'],
    ['übung.txt', words('\uFEFFEs geht los'), 'text/plain'],
  ])('%s', async (name, bytes, type) => {
    expect(await kindOf(bytes, name)).toEqual({ type });
  });
});

describe('what could carry a script is refused, whatever it is called', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  it.each([
    svg,
    svg.toUpperCase(),
    `\uFEFF${svg}`,
    `\uFEFF\uFEFF \r\n\t\u00A0${svg}`,
    `<?xml version="1.0"?>${svg}`,
    `<!-- a drawing -->\n<!-- of ours -->${svg}`,
    `<!--${svg}`,
    `<?xml-stylesheet href="x"?>${svg}`,
    `<!DOCTYPE svg [<!ENTITY x "y">]>${svg}`,
    '<!doctype html><p>Hello',
    ' \n<HtMl><body>',
    '<script>alert(1)</script>',
    '<script',
    '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
    '</p><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<?foo bar?><html>',
    '<?XML version="1.0"?><a/>',
  ])('%j', async (text) => {
    for (const name of ['drawing.svg', 'notes.txt', 'shot.png', 'x'])
      expect(await refusal(words(text), name)).toMatch(/HTML, SVG or XML/);
  });
});

describe('refused, with what to do, is', () => {
  const nul = '\0'.repeat(600);
  it.each([
    ['nothing', 'a.txt', new Uint8Array(), /is empty/],
    ['an archive', 'all.zip', zip, /archive. Unpack/],
    ['an archive called a picture', 'all.png', zip, /archive. Unpack/],
    ['a program', 'tool.exe', Buffer.from(`MZ${nul}`), /is a program/],
    ['a program of Linux', 'tool', Buffer.from(`\x7fELF\x02\x01\x01${nul}`, 'latin1'), /is a program/],
    [
      'an old Office document',
      'a.doc',
      Buffer.from(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${nul}`, 'latin1'),
      /Office/,
    ],
    ['text in UTF-16', 'a.txt', Buffer.from('\uFEFFhello', 'utf16le'), /UTF-8/],
    ['text with NUL', 'a.txt', words('a\0b'), /neither/],
    ['text that breaks off within a letter', 'a.txt', words('é').subarray(0, 1), /neither/],
    ['a picture for few', 'a.bmp', Buffer.from(`BM\xff${nul}`, 'latin1'), /Save it as PNG/],
    ['a PDF that says it is a picture', 'shot.png', pdf, /is a PDF .*\.png.*end in \.pdf/],
    ['a PNG that says it is a JPEG', 'shot.jpg', png, /is a PNG picture/],
    ['a picture that says it is a page', 'shot.html', polyglot, /is a PNG picture/],
    ['text that says it is a picture', 'shot.png', words('hello'), /is text .*end in \.txt/],
    ['text that says it is a program', 'setup.exe', words('hello'), /is text/],
  ])('%s', async (_, name, bytes, says) => {
    expect(await refusal(bytes, name)).toMatch(says);
  });
});

it('whatever bytes come, there is an answer, and what is taken for text holds nothing but text', async () => {
  const beginnings = [
    png,
    jpeg,
    gif,
    webp,
    pdf,
    zip,
    words('<!--'),
    words('\uFEFF<?'),
    words('ID3'),
    words('RIFF'),
  ].map((bytes) => bytes.subarray(0, 12));
  const bytes = fc
    .tuple(fc.constantFrom(new Uint8Array(), ...beginnings), fc.uint8Array({ maxLength: 2000 }))
    .map((both) => Buffer.concat(both));
  await fc.assert(
    fc.asyncProperty(bytes, fc.string({ unit: 'binary' }), async (some, name) => {
      const kind = await kindOf(some, name);
      if ('refused' in kind) expect(kind.refused.length).toBeGreaterThan(10);
      else expect(isFileKind(kind.type)).toBe(true);
      if ('type' in kind && kind.type === 'text/plain')
        expect(Buffer.from(some.toString('utf8')).equals(some)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['notes.md', 'text/plain', 'notes.md'],
  ['run.bat', 'text/plain', 'run.bat.txt'],
  ['page.html', 'text/plain', 'page.html.txt'],
  ['Makefile', 'text/plain', 'Makefile.txt'],
  ['shot', 'image/png', 'shot.png'],
  ['odd', 'text/html', 'odd.bin'],
])('%s of type %s is saved as %s, which no system runs', (name, type, saved) => {
  expect(nameToSave(name, type, endingOf(name))).toBe(saved);
});
