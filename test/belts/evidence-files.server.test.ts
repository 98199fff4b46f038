import { rmSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LARGEST_FILE } from '#app/belts/evidence-files.ts';
import { addFile, fileFor, filesOf, removeFile } from '#app/belts/evidence-files.server.ts';
import { askToAttest } from '#app/belts/attestations.server.ts';
import { db } from '#db/database.server.ts';
import { filesFolder } from '#db/files-folder.ts';
import { fileBytes } from '#db/files.server.ts';
import { pdf, png } from '#test/http/samples.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { added, evidenceOf, lying, put, rowsOf } from './evidence-with-files.ts';

let ada: TestPerson;
let id: string;
beforeEach(async () => {
  ada = await somebody('Ada Byron');
  id = await evidenceOf(ada);
});
afterEach(() => rmSync(filesFolder(), { recursive: true, force: true }));

const text = (words: string) => new TextEncoder().encode(words);
const names = async (viewer: TestPerson) => (await filesOf(viewer, id, now)).map(({ name }) => name);

describe('a file that is added', () => {
  it('is kept with what it is', async () => {
    const file = await added(ada, id, '../../My shot.png', png);
    expect(file).toMatchObject({ name: 'My shot.png', type: 'image/png', bytes: png.length, addedAt: now });
    expect(await fileBytes(file.id)).toEqual(png);
    expect(await fileFor(ada, id, file.id, now)).toEqual(file);
    expect(lying()).toEqual([file.id]);
  });

  it.each([
    ['shot.png', pdf, 'kind'],
    ['drawing.svg', text('<svg onload="alert(1)"/>'), 'kind'],
    ['empty.txt', new Uint8Array(), 'kind'],
    ['large.txt', Buffer.alloc(LARGEST_FILE + 1, 'x'), 'too-large'],
  ])('and is refused (%s) leaves neither row nor bytes', async (name, bytes, refused) => {
    expect(await addFile(ada, id, { name, data: [bytes] }, now)).toMatchObject({ name, refused });
    expect([lying(), await rowsOf(id)]).toEqual([[], []]);
  });

  it('of exactly the size that is allowed is kept', async () => {
    expect(await added(ada, id, 'large.txt', Buffer.alloc(LARGEST_FILE, 'x'))).toMatchObject({
      bytes: LARGEST_FILE,
    });
  });

  it('that is sent twice under its name is there once; under another, twice', async () => {
    const [first, again] = await Promise.all([
      added(ada, id, 'shot.png', png),
      added(ada, id, 'shot.png', png),
    ]);
    expect(again).toEqual(first);
    await added(ada, id, 'other.png', png);
    expect([(await rowsOf(id)).length, lying().length]).toEqual([2, 2]);
  });

  it('is one of ten at the most, also when they come at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 13 }, (_, n) => addFile(ada, id, { name: `${n}.png`, data: [png] }, now)),
    );
    expect(outcomes.filter((one) => 'added' in one)).toHaveLength(10);
    expect(outcomes.filter((one) => 'refused' in one && one.refused === 'too-many')).toHaveLength(3);
    expect([(await rowsOf(id)).length, lying().length]).toEqual([10, 10]);
  });

  it('is one of 50 MB together at the most', async () => {
    const tenth = Buffer.alloc(LARGEST_FILE, 'x');
    for (let n = 0; n < 5; n++) await added(ada, id, `${n}.txt`, tenth);
    expect(await addFile(ada, id, { name: 'x.png', data: [png] }, now)).toMatchObject({
      refused: 'too-much',
    });
    expect(lying()).toHaveLength(5);
  });

  it.each(['submitted', 'approved', 'withdrawn'] as const)(
    'is refused while the evidence is %s',
    async (state) => {
      const file = await added(ada, id, 'shot.png', png);
      await put(id, state);
      expect(await addFile(ada, id, { name: 'x.png', data: [png] }, now)).toMatchObject({
        refused: 'not-now',
      });
      expect(await removeFile(ada, id, file.id, { now, undo: false })).toEqual({ refused: 'not-now' });
      expect(lying()).toEqual([file.id]);
    },
  );

  it('is taken while the evidence is returned', async () => {
    await put(id, 'returned');
    expect(await added(ada, id, 'shot.png', png)).toBeTruthy();
  });

  it('that is submitted under its feet is refused, and nothing of it is left', async () => {
    const slow = async function* () {
      yield png;
      await put(id, 'submitted');
    };
    expect(await addFile(ada, id, { name: 'x.png', data: slow() }, now)).toMatchObject({
      refused: 'not-now',
    });
    expect([lying(), await rowsOf(id)]).toEqual([[], []]);
  });

  it('which the disk does not take is refused in words, with no row', async () => {
    writeFileSync(filesFolder(), 'a file where the folder should be');
    expect(await addFile(ada, id, { name: 'x.png', data: [png] }, now)).toEqual({
      name: 'x.png',
      refused: 'not-kept',
    });
    expect(await rowsOf(id)).toEqual([]);
  });

  it('whose sender goes away in the middle leaves nothing', async () => {
    const breaking = async function* () {
      yield png;
      throw new Error('gone');
    };
    await expect(addFile(ada, id, { name: 'x.png', data: breaking() }, now)).rejects.toThrow('gone');
    expect([lying(), await rowsOf(id)]).toEqual([[], []]);
  });
});

describe('the files of evidence', () => {
  it('are the applicant’s alone while it is a draft, and the assessors’ once it is submitted', async () => {
    const organiser = await somebody('Olu Adeyemi', 'organiser');
    const stranger = await somebody('Sven Lund');
    const file = await added(ada, id, 'shot.png', png);
    for (const other of [organiser, stranger]) {
      expect(await names(other)).toEqual([]);
      expect(await addFile(other, id, { name: 'x.png', data: [png] }, now)).toMatchObject({
        refused: 'not-now',
      });
      expect(await removeFile(other, id, file.id, { now, undo: false })).toEqual({ refused: 'no-such-file' });
    }
    await put(id, 'submitted');
    expect(await names(organiser)).toEqual(['shot.png']);
    expect(await names(stranger)).toEqual([]);
    expect(await fileFor(stranger, id, file.id, now)).toBeNull();
  });

  it('are never shown to a colleague who is asked whether it was so', async () => {
    const asked = await somebody('Tove Berg');
    const file = await added(ada, id, 'shot.png', png);
    await put(id, 'submitted');
    await db.write((tx) => askToAttest(tx, 'evidence', id, [asked.id], now));
    expect(await names(asked)).toEqual([]);
    expect(await fileFor(asked, id, file.id, now)).toBeNull();
  });

  it('do not answer under other evidence', async () => {
    const file = await added(ada, id, 'shot.png', png);
    const other = await evidenceOf(ada);
    expect(await fileFor(ada, other, file.id, now)).toBeNull();
    expect(await removeFile(ada, other, file.id, { now, undo: false })).toEqual({ refused: 'no-such-file' });
  });

  it('can be removed and brought back, once each', async () => {
    const file = await added(ada, id, 'shot.png', png);
    for (let twice = 0; twice < 2; twice++)
      expect(await removeFile(ada, id, file.id, { now, undo: false })).toEqual({ name: 'shot.png' });
    expect(await names(ada)).toEqual([]);
    expect(await fileFor(ada, id, file.id, now)).toBeNull();
    for (let twice = 0; twice < 2; twice++)
      expect(await removeFile(ada, id, file.id, { now, undo: true })).toEqual({ name: 'shot.png' });
    expect(await names(ada)).toEqual(['shot.png']);
    expect(await fileBytes(file.id)).toEqual(png);
  });

  it('are not brought back where others have taken their room', async () => {
    const file = await added(ada, id, '0.png', png);
    await removeFile(ada, id, file.id, { now, undo: false });
    for (let n = 1; n <= 10; n++) await added(ada, id, `${n}.png`, png);
    expect(await removeFile(ada, id, file.id, { now, undo: true })).toEqual({ refused: 'too-many' });
  });
});
