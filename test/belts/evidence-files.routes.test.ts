import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LARGEST_FILE } from '#app/belts/evidence-files.ts';
import { paths } from '#app/paths.ts';
import { filesFolder } from '#db/files-folder.ts';
import { dropFile } from '#db/files.server.ts';
import { pdf, png, polyglot } from '#test/http/samples.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { added, evidenceOf, lying, put, rowsOf } from './evidence-with-files.ts';

let ada: TestPerson;
let id: string;
beforeEach(async () => {
  ada = await somebody('Ada Byron');
  id = await evidenceOf(ada);
});
afterEach(() => rmSync(filesFolder(), { recursive: true, force: true }));

const words = (text: string) => new TextEncoder().encode(text);
const formWith = (...files: [name: string, bytes: Uint8Array][]) => {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('files', new File([bytes as BlobPart], name));
  return form;
};
const send = (...files: [name: string, bytes: Uint8Array][]) =>
  submit(paths.evidenceFiles(id), formWith(...files), { as: ada });
const open = (fileId: string, as?: TestPerson) => visit(paths.evidenceFile(id, fileId), { as });

describe('files that are sent', () => {
  it('are kept, several at once, and shown by name', async () => {
    const answer = await send(['shot.png', png], ['report.pdf', pdf], ['notes.md', words('# Notes')]);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.evidenceFiles(id)]);
    const page = await textOf(await visit(paths.evidenceFiles(id), { as: ada }));
    for (const name of ['shot.png', 'report.pdf', 'notes.md']) expect(page).toContain(name);
    expect((await rowsOf(id)).map(({ type }) => type).sort()).toEqual([
      'application/pdf',
      'image/png',
      'text/plain',
    ]);
  });

  it('are kept as far as they are taken, and those that are not are named one by one', async () => {
    const answer = await send(
      ['shot.png', png],
      ['../../etc/drawing.svg', words('<svg onload="alert(1)"/>')],
      ['lie.png', pdf],
      ['large.txt', Buffer.alloc(LARGEST_FILE + 1, 'x')],
      ['last.txt', words('still here')],
    );
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    for (const name of ['drawing.svg', 'lie.png', 'large.txt']) expect(page).toContain(name);
    expect((await rowsOf(id)).map(({ name }) => name)).toEqual(['last.txt', 'shot.png']);
    expect(lying()).toHaveLength(2);
  });

  it('are looked at as far as somebody may have chosen them, and no further', async () => {
    const many = Array.from({ length: 40 }, (_, n): [string, Uint8Array] => [`n${n}.txt`, new Uint8Array()]);
    const page = await textOf(await send(...many, ['last.png', png]));
    expect([page.includes('n29.txt'), page.includes('n30.txt')]).toEqual([true, false]);
    expect([await rowsOf(id), lying()]).toEqual([[], []]);
  });

  it('are a bad request among parts without end', async () => {
    const form = formWith();
    for (let n = 0; n < 100; n++) form.append(`field ${n}`, 'x');
    form.append('files', new File([png as BlobPart], 'last.png'));
    expect((await submit(paths.evidenceFiles(id), form, { as: ada })).status).toBe(400);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('may be none', async () => {
    expect((await send(['', new Uint8Array()])).status).toBe(303);
    expect(await rowsOf(id)).toEqual([]);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
  ])('are a bad request when they are none, sent as %s', async (type) => {
    const headers = { 'Content-Type': type };
    expect((await submit(paths.evidenceFiles(id), { a: 'b' }, { as: ada, headers })).status).toBe(400);
  });

  it('are refused from whoever may not add any, whether they see it or not', async () => {
    const organiser = await somebody('Olu Adeyemi', 'organiser');
    const stranger = await somebody('Sven Lund');
    const as = (who?: TestPerson) => submit(paths.evidenceFiles(id), formWith(['x.png', png]), { as: who });
    expect((await as(stranger)).status).toBe(404);
    expect((await as(organiser)).status).toBe(404);
    await put(id, 'submitted');
    expect((await as(organiser)).status).toBe(403);
    expect((await as(ada)).status).toBe(422);
    expect((await as()).headers.get('Location')).toMatch(/^\/sign-in/);
    expect([await rowsOf(id), lying()]).toEqual([[], []]);
  });
});

describe('a file that is opened', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  };

  it.each([
    ['März.png', png, 'image/png', `inline; filename="Marz.png"; filename*=UTF-8''M%C3%A4rz.png`],
    ['poly.png', polyglot, 'image/png', `inline; filename="poly.png"; filename*=UTF-8''poly.png`],
    ['report.pdf', pdf, 'application/pdf', `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
    [
      'notes.md',
      words('a <script>alert(1)</script>'),
      'text/plain; charset=utf-8',
      `attachment; filename="notes.md"; filename*=UTF-8''notes.md`,
    ],
    [
      'page.html',
      words('Hello <script>alert(1)</script>'),
      'text/plain; charset=utf-8',
      `attachment; filename="page.html.txt"; filename*=UTF-8''page.html.txt`,
    ],
  ])('%s comes as what it is, to be run by nobody', async (name, bytes, type, disposition) => {
    const file = await added(ada, id, name, bytes);
    const answer = await open(file.id, ada);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...always,
      'content-type': type,
      'content-disposition': disposition,
      'content-length': String(bytes.length),
    });
    expect(answer.headers.has('Content-Encoding')).toBe(false);
    expect(Buffer.from(await answer.bytes()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('comes whole although it is large', async () => {
    const bytes = Buffer.alloc(LARGEST_FILE, 'abcdefg');
    const file = await added(ada, id, 'large.txt', bytes);
    expect(Buffer.from(await (await open(file.id, ada)).bytes()).equals(bytes)).toBe(true);
  });

  it('is the assessors’ to open once it is submitted, and nobody else’s', async () => {
    const organiser = await somebody('Olu Adeyemi', 'organiser');
    const stranger = await somebody('Sven Lund');
    const file = await added(ada, id, 'shot.png', png);
    expect((await open(file.id, organiser)).status).toBe(404);
    await put(id, 'submitted');
    expect((await open(file.id, organiser)).status).toBe(200);
    const refused = await open(file.id, stranger);
    expect([refused.status, (await refused.text()).includes('shot.png')]).toEqual([404, false]);
    expect((await open(file.id)).headers.get('Location')).toMatch(/^\/sign-in/);
  });

  it.each(['..', '..%2f..%2fguildhall.db', '%2e%2e', 'x'.repeat(16), '0'.repeat(17), 'A'.repeat(16)])(
    'is nothing else: %s',
    async (fileId) => {
      const answer = await visit(`${paths.evidenceFiles(id)}/${fileId}`, { as: ada });
      expect([200, 404]).toContain(answer.status); // ".." is another page's address
      expect(answer.headers.get('Content-Type') ?? '').not.toMatch(/octet|sqlite/);
      if (fileId !== '..' && fileId !== '%2e%2e') expect(answer.status).toBe(404);
    },
  );

  it('whose bytes are gone is not found, and the page still stands', async () => {
    const file = await added(ada, id, 'shot.png', png);
    await dropFile(file.id);
    expect((await open(file.id, ada)).status).toBe(404);
    expect((await visit(paths.evidenceFiles(id), { as: ada })).status).toBe(200);
  });
});

describe('a file that is removed', () => {
  it('is gone, and comes back', async () => {
    const file = await added(ada, id, 'shot.png', png);
    const at = paths.evidenceFile(id, file.id);
    expect((await submit(at, {}, { as: ada })).status).toBe(303);
    expect((await open(file.id, ada)).status).toBe(404);
    expect((await submit(at, { undo: 'yes' }, { as: ada })).status).toBe(303);
    expect((await open(file.id, ada)).status).toBe(200);
  });

  it('stays while it is with the assessors, whoever asks', async () => {
    const organiser = await somebody('Olu Adeyemi', 'organiser');
    const file = await added(ada, id, 'shot.png', png);
    await put(id, 'submitted');
    const at = paths.evidenceFile(id, file.id);
    expect((await submit(at, {}, { as: ada })).status).toBe(303);
    expect((await submit(at, {}, { as: organiser })).status).toBe(404);
    expect((await open(file.id, organiser)).status).toBe(200);
  });
});
