import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { FileNotKept } from '#db/faults.ts';
import { filesBeside, filesFolder, placeIn } from '#db/files-folder.ts';
import {
  dropFile,
  fileBytes,
  fileStream,
  keepFile,
  keepReceived,
  letGoOf,
  receivedBytes,
  receiveFile,
} from '#db/files.server.ts';
import { namesOfFileTables } from '#db/files-rows.ts';
import { sweepFiles, tablesOfFiles } from '#db/files-sweep.server.ts';
import { isId, newId } from '#db/ids.ts';
import * as schema from '#db/schema/index.ts';
import { removeFile } from '#app/belts/evidence-files.server.ts';
import { added, evidenceOf, lying, rowsOf } from '#test/belts/evidence-with-files.ts';
import { png } from '#test/http/samples.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

const words = (text: string) => new TextEncoder().encode(text);
const folder = filesFolder();
const place = (id: string) => placeIn(folder, id);
const age = (path: string, at: number) => utimesSync(path, at / 1000, at / 1000);

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('where files lie', () => {
  it('is beside the database of the same name, or where one says', () => {
    expect(filesFolder({ DATABASE_URL: 'file:/srv/guild.db' })).toBe('/srv/guild.files');
    expect(filesFolder({ DATABASE_URL: 'file:/srv/guild.db', FILES_DIR: '/mnt/files' })).toBe('/mnt/files');
    expect(filesFolder({ DATABASE_URL: 'postgres://a/b' })).toMatch(/\/data\/files$/);
    expect(filesFolder({})).toMatch(/\/data\/guildhall\.files$/);
    expect(filesBeside('/srv/copy')).toBe('/srv/copy.files');
  });

  it('cannot be led out of by anything that is no id', () => {
    expect(isId(newId())).toBe(true);
    const hostile = fc.string({ unit: fc.constantFrom(...'../\\\0 0aA-_%~:iou'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', minLength: 16, maxLength: 16 })), (text) => {
        if (isId(text)) expect(text).toMatch(/^\w{16}$/);
        else expect(() => placeIn('/srv/files', text)).toThrow();
      }),
    );
    expect(isId(`${newId()}\n`)).toBe(false);
  });
});

describe('a file', () => {
  it('comes back as it was kept, for its user alone, with its size and hash', async () => {
    const id = newId();
    expect(await keepFile(id, words('hello'))).toEqual({
      bytes: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    });
    expect(await fileBytes(id)).toEqual(Buffer.from('hello'));
    expect(await new Response(await fileStream(id)).text()).toBe('hello');
    expect(statSync(place(id)).mode & 0o777).toBe(0o600);
    for (const path of [folder, dirname(place(id))]) expect(statSync(path).mode & 0o777).toBe(0o700);
    await dropFile(id);
    expect([await fileBytes(id), await fileStream(id)]).toEqual([null, null]);
  });

  it('is streamed whole when it is larger than a piece, and may be left in the middle', async () => {
    const id = newId();
    const bytes = Buffer.alloc(200_001, 'abc');
    await keepFile(id, bytes);
    expect(Buffer.from(await new Response(await fileStream(id)).bytes()).equals(bytes)).toBe(true);
    const reader = (await fileStream(id))!.getReader();
    await reader.read();
    await reader.cancel();
  });

  it.runIf(existsSync('/proc/self/fd'))('is closed again when it cannot be read', async () => {
    const id = newId();
    mkdirSync(place(id), { recursive: true });
    await expect(new Response(await fileStream(id)).bytes()).rejects.toThrow();
    const opened = readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)];
      } catch {
        return []; // the one that lists them
      }
    });
    expect(opened).not.toContain(realpathSync(place(id)));
  });

  it('overwrites nothing', async () => {
    const id = newId();
    await keepFile(id, words('first'));
    await expect(keepFile(id, words('second'))).rejects.toThrow(FileNotKept);
    await letGoOf(id);
    expect(await fileBytes(id)).toEqual(Buffer.from('first'));
  });

  it('has no name before it is kept, and leaves nothing when it is let go', async () => {
    const id = newId();
    await receiveFile(id, [words('a'), words('b')]);
    expect(existsSync(place(id))).toBe(false);
    expect(await receivedBytes(id)).toEqual(Buffer.from('ab'));
    await letGoOf(id);
    expect(lying()).toEqual([]);
    await expect(keepReceived(id)).rejects.toThrow(FileNotKept);
  });

  it('that is too large is read no further than that, and nothing of it stays', async () => {
    let given = 0;
    const endless = function* () {
      for (;;) {
        given++;
        yield new Uint8Array(1000);
      }
    };
    expect(await receiveFile(newId(), endless(), 10_000)).toEqual({ refused: 'too-large' });
    expect(given).toBe(11);
    expect(lying()).toEqual([]);
  });

  it('whose sender breaks off leaves nothing, and that is told', async () => {
    const breaking = async function* () {
      yield words('half of ');
      throw new Error('gone');
    };
    await expect(receiveFile(newId(), breaking())).rejects.toThrow('gone');
    expect(lying()).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('that finds no place to lie says so', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    await expect(keepFile(newId(), words('x'))).rejects.toThrow(/could not be kept in .*FILES_DIR/);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written says what to check', async () => {
    await keepFile(newId(), words('x'));
    chmodSync(folder, 0o500);
    await expect(keepFile(newId(), words('x'))).rejects.toThrow(/owner and permissions/);
    chmodSync(folder, 0o700);
  });
});

describe('the sweep', () => {
  it('knows every table that speaks of files, and so do the doctor and the backup', () => {
    const speaking = Object.values(schema)
      .filter((one) => is(one, Table) && 'sha256' in getTableColumns(one))
      .map((table) => getTableName(table as Table));
    expect(speaking).toEqual(namesOfFileTables);
    expect(tablesOfFiles.map((table) => getTableName(table))).toEqual(namesOfFileTables);
  });

  it('drops what was removed a week ago, with its row, and nothing that can still be brought back', async () => {
    const ada = await somebody('Ada Byron');
    const id = await evidenceOf(ada);
    const [kept, early, late] = [
      await added(ada, id, 'a.png', png),
      await added(ada, id, 'b.png', png),
      await added(ada, id, 'c.png', png),
    ];
    await removeFile(ada, id, early.id, { now, undo: false });
    await removeFile(ada, id, late.id, { now: now + 2 * day, undo: false });
    for (const { id: one } of [kept, early, late]) age(place(one), now - 300 * day);
    await sweepFiles(now + 6 * day);
    expect(lying()).toHaveLength(3);
    await sweepFiles(now + 7 * day + hour);
    expect(lying().sort()).toEqual([kept.id, late.id].sort());
    expect((await rowsOf(id)).map(({ name }) => name)).toEqual(['a.png', 'c.png']);
    expect(await removeFile(ada, id, late.id, { now: now + 8 * day, undo: true })).toEqual({ name: 'c.png' });
  });

  it('drops bytes that no row speaks of after a month, and uploads that broke off after a day', async () => {
    const [old, young] = [newId(), newId()];
    for (const id of [old, young]) await keepFile(id, words('x'));
    age(place(old), now - 31 * day);
    age(place(young), now - 29 * day);
    const [stuck, coming] = [newId(), newId()];
    for (const id of [stuck, coming]) await receiveFile(id, [words('half')]);
    age(`${place(stuck)}.partial`, now - 25 * hour);
    age(`${place(coming)}.partial`, now - hour);
    writeFileSync(`${dirname(place(old))}/README`, 'not ours');
    age(`${dirname(place(old))}/README`, now - 400 * day);
    await sweepFiles(now);
    expect(lying().sort()).toEqual([young, `${coming}.partial`, 'README'].sort());
  });

  it('goes on when something has gone while it looks', async () => {
    const [old, gone] = [newId(), newId()];
    await keepFile(old, words('x'));
    age(place(old), now - 31 * day);
    mkdirSync(dirname(place(gone)), { recursive: true });
    symlinkSync('nowhere', place(gone));
    await sweepFiles(now);
    expect(existsSync(place(old))).toBe(false);
  });

  it('has nothing to do where there is no folder', async () => {
    await expect(sweepFiles(now)).resolves.toBeUndefined();
  });
});
