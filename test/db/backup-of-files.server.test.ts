import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { engine } from '#db/engine.ts';
import { placeIn } from '#db/files-folder.ts';
import { newId } from '#db/ids.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { day, now } from '#test/support/clock.ts';

import {
  databaseWith,
  expectAdvice,
  moveIn,
  namesIn,
  ownFolder,
  run,
  withDatabase,
} from './backup-support.ts';
import { giveFiles, wholeness } from './files-support.ts';

let folder: ReturnType<typeof ownFolder>;
let file: string;
let files: string;
let copy: string;
let copied: string;

const told =
  (command: string) =>
  (...args: string[]) =>
    run(command, args, { DATABASE_URL: `file:${file}` });
const backUp = told('backup');
const restore = told('restore');
const doctor = async () => {
  const { code, out } = await told('doctor')();
  return { code, says: /^(\w+) +files +(.*(?:\n {4,}.*)*)/m.exec(out)!.slice(1).join(': ') };
};

const onFiles = () => {
  beforeEach(async () => {
    folder = ownFolder();
    [file, files, copy, copied] = ['guildhall.db', 'guildhall.files', 'out/copy.db', 'out/copy.files'].map(
      folder.at,
    ) as [string, string, string, string];
    mkdirSync(folder.at('out'));
    await databaseWith(file, 'Ada');
  });
  afterEach(() => folder.discard());

  describe('a backup', () => {
    it('takes the files along, and brings them back when all else is gone', async () => {
      const ids = giveFiles(file, ['a report', 'a picture', 'a log']);
      const made = await backUp(copy);
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toMatch(/copy\.files: 3 files/);
      expect(statSync(copied).mode & 0o777).toBe(0o700);
      expect(statSync(placeIn(copied, ids[0]!)).mode & 0o777).toBe(0o600);
      rmSync(files, { recursive: true });
      rmSync(file);
      expect(await restore(copy)).toMatchObject({ code: 0, err: '' });
      expect(wholeness(file, files)).toEqual({ rows: 3, whole: 3 });
      expect(statSync(files).mode & 0o777).toBe(0o700);
      expect((await doctor()).says).toMatch(/^ok: 3 in/);
    });

    it('of a database that speaks of no files is one file, as ever', async () => {
      expect((await backUp(copy)).code).toBe(0);
      expect(readdirSync(folder.at('out'))).toEqual(['copy.db']);
    });

    it('has the bytes of every row in it, while files are added without a pause', async () => {
      giveFiles(file, ['x'.repeat(1_000_000), 'y'.repeat(1_000_000)]);
      let going = true;
      const adding = (async () => {
        for (let n = 0; going; n++) {
          giveFiles(file, [`number ${n}`]);
          await pause(1);
        }
      })();
      const made = await backUp(copy);
      going = false;
      await adding;
      expect(made).toMatchObject({ code: 0, err: '' });
      const { rows, whole } = wholeness(copy);
      expect(rows).toBeGreaterThan(2);
      expect(whole).toBe(rows);
      expect(wholeness(file).rows).toBeGreaterThanOrEqual(rows);
    });

    it('takes no bytes that no row speaks of, and overwrites no folder', async () => {
      const [id] = giveFiles(file, ['a report']);
      writeFileSync(placeIn(files, `${id!.slice(0, 2)}${newId().slice(2)}`), 'of nobody');
      expect((await backUp(copy)).code).toBe(0);
      expect(readdirSync(copied).flatMap((shard) => readdirSync(`${copied}/${shard}`))).toEqual([id]);
      rmSync(copy);
      const again = await backUp(copy);
      expect(again).toMatchObject({ code: 1, out: '' });
      expect(again.err).toMatch(/copy\.files is there already/);
      expect(existsSync(copy)).toBe(false);
    });

    it('takes nothing away that another put there meanwhile', async () => {
      giveFiles(file, ['a report']);
      symlinkSync('another’s', copied); // leads nowhere: not seen before, and in the way then
      expect((await backUp(copy)).code).toBe(1);
      expect(readdirSync(folder.at('out'))).toEqual(['copy.files']);
    });

    it('is made without what is missing, loudly; what was removed is missed by nobody', async () => {
      const [lost, spoilt] = giveFiles(file, ['lost', 'spoilt', 'fine']);
      const [removed] = giveFiles(file, ['removed'], { removedAt: now });
      rmSync(placeIn(files, lost!));
      rmSync(placeIn(files, removed!));
      writeFileSync(placeIn(files, spoilt!), 'something else');
      const { code, err } = await backUp(copy);
      expect(code).toBe(1);
      expect(err).toMatch(/2 files are missing/);
      expect(wholeness(copy)).toEqual({ rows: 4, whole: 1 });
    });

    it('is not given up for one file that cannot be read', async () => {
      const [broken] = giveFiles(file, ['a report', 'a log']);
      rmSync(placeIn(files, broken!));
      mkdirSync(placeIn(files, broken!));
      expect(await backUp(copy)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/1 files are missing/),
      });
      expect(wholeness(copy).rows).toBe(2);
      expect(readdirSync(folder.at('out')).sort()).toEqual(['copy.db', 'copy.files']);
    });

    it('that is killed leaves nothing under its name, and the next one cleans up', async () => {
      giveFiles(
        file,
        Array.from({ length: 40 }, (_, n) => String(n).repeat(300_000)),
      );
      const child = spawn(process.execPath, ['scripts/run.mjs', 'backup', copy], {
        env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: `file:${file}` },
        stdio: 'ignore',
      });
      const partial = `${copied}.${child.pid}.partial`;
      while (!existsSync(partial) && child.exitCode === null) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await new Promise((ended) => child.once('exit', ended));
      expect(existsSync(copy)).toBe(false);
      rmSync(copied, { recursive: true, force: true }); // had it come that far
      expect((await backUp(copy)).code).toBe(0);
      expect(readdirSync(folder.at('out')).sort()).toEqual(['copy.db', 'copy.files']);
      expect(wholeness(copy)).toEqual({ rows: 40, whole: 40 });
    });
  });

  describe('a copy that is restored', () => {
    it('from before there were files leaves those that are there for a month', async () => {
      expect((await backUp(copy)).code).toBe(0);
      const [id] = giveFiles(file, ['a report']);
      utimesSync(placeIn(files, id!), 1, 1);
      const before = Date.now();
      const done = await restore('--even-if-newer', copy);
      expect(done).toMatchObject({ code: 0, err: '' });
      expect(statSync(placeIn(files, id!)).mtimeMs).toBeGreaterThan(before - 60_000);
      expect((await doctor()).says).toMatch(/^ok: .*1 without a row/);
      const [, kept] = /kept in (.*\.db)/.exec(done.out)!;
      expect((await restore('--even-if-newer', kept!)).code).toBe(0);
      expect(wholeness(file)).toEqual({ rows: 1, whole: 1 });
    });

    it('finds its files where they still are, when they are not beside it', async () => {
      giveFiles(file, ['a report', 'a log']);
      expect((await backUp(copy)).code).toBe(0);
      rmSync(copied, { recursive: true });
      moveIn(file, 'Ben', now + day);
      expect(await restore('--even-if-newer', copy)).toMatchObject({ code: 0, err: '' });
      expect(wholeness(file)).toEqual({ rows: 2, whole: 2 });
    });

    it('puts right what has been spoilt since, and says what is nowhere', async () => {
      const [spoilt, lost] = giveFiles(file, ['a report', 'a log', 'a picture']);
      expect((await backUp(copy)).code).toBe(0);
      writeFileSync(placeIn(files, spoilt!), 'other words');
      rmSync(placeIn(files, lost!));
      writeFileSync(placeIn(copied, lost!), 'spoilt in the copy');
      const done = await restore(copy);
      expect(done.code).toBe(0);
      expect(done.err).toMatch(/1 of its files/);
      expect(readFileSync(placeIn(files, spoilt!), 'utf8')).toBe('a report');
      expect(wholeness(file)).toEqual({ rows: 3, whole: 2 });
    });

    it('changes no file while the database is in use', async () => {
      giveFiles(file, ['a report']);
      expect((await backUp(copy)).code).toBe(0);
      rmSync(files, { recursive: true });
      const guildhall = openSqlite(file);
      try {
        expect((await restore(copy)).err).toMatch(/is in use/);
        expect(existsSync(files)).toBe(false);
      } finally {
        await guildhall.close();
      }
      expect(namesIn(file)).toContain('Ada');
    });

    it('from an older version, which knew of no files, is restored as ever', async () => {
      expect((await backUp(copy)).code).toBe(0);
      withDatabase(copy, (open) => open.exec('pragma foreign_keys = off; drop table evidence_files'));
      expect(await restore(copy)).toMatchObject({ code: 0, err: '' });
    });
  });

  describe('the doctor', () => {
    it('says where they will be while there are none', async () => {
      expect(await doctor()).toEqual({ code: 0, says: `ok: none yet; they will be in ${files}` });
    });

    it('misses what a row speaks of, and sees what is not what it was', async () => {
      const [lost, spoilt] = giveFiles(file, ['a report', 'a log', 'fine']);
      const [removed] = giveFiles(file, ['removed'], { removedAt: now });
      rmSync(placeIn(files, removed!));
      expect((await doctor()).says).toMatch(/^ok/);
      rmSync(placeIn(files, lost!));
      writeFileSync(placeIn(files, spoilt!), 'other');
      const { code, says } = await doctor();
      expect(code).toBe(1);
      expect(says).toMatch(
        /^wrong: .*1 are missing \(\w+\), and 1 are not what they were[^]*npm run restore/,
      );
      rmSync(files, { recursive: true });
      expect((await doctor()).says).toMatch(/^wrong: .*is not there/);
    });

    it('sees what nobody has swept, and a folder that others can look into', async () => {
      const [id] = giveFiles(file, ['a report']);
      chmodSync(files, 0o755);
      expect((await doctor()).says).toMatch(/^look: Others/);
      chmodSync(files, 0o700);
      withDatabase(file, (open) => open.exec('delete from evidence_files'));
      expect((await doctor()).says).toMatch(/^ok: .*1 without a row/);
      utimesSync(placeIn(files, id!), 1, 1);
      expect((await doctor()).says).toMatch(/^look: 1 in .* have no row/);
    });
  });
};

const onServers = () => {
  it('names how to copy the folder, after the dump, and how to bring it back', async () => {
    const url = process.env.DATABASE_URL!;
    const env = { DATABASE_URL: url, FILES_DIR: '/srv/it’s "files"' };
    const { err: out } = await run('backup', ['here.dump'], env);
    expect(out.indexOf('pg_dump --format')).toBeLessThan(out.indexOf('cp -a'));
    expect(out).toMatch(/cp -a '\/srv\/it’s "files"' '\S+here\.dump\.files'/);
    const { err: back } = await run('restore', ['here.dump'], env);
    expect(back.indexOf('cp -a')).toBeLessThan(back.indexOf('pg_restore --clean'));
    await expectAdvice('backup', /cp -a/);
  });

  it('are looked at by the doctor', async () => {
    const { db } = await import('#db/database.server.ts');
    const { keepFile } = await import('#db/files.server.ts');
    const { people } = await import('#db/schema/accounts.ts');
    const { evidence, evidenceFiles } = await import('#db/schema/belts.ts');
    const [id, personId] = [newId(), newId()];
    const { bytes, sha256 } = await keepFile(id, Buffer.from('a report'));
    await db.write(async (tx) => {
      await tx
        .insert(people)
        .values({ id: personId, name: 'Ada', email: 'a@x', passwordHash: '', joinedAt: 1 });
      await tx.insert(evidence).values({
        id,
        personId,
        requirement: 'green/sast-scan',
        kind: 'evidence',
        state: 'draft',
        text: '',
        links: [],
        round: 0,
        version: 1,
        createdAt: 1,
      });
      await tx
        .insert(evidenceFiles)
        .values({ id, evidenceId: id, name: 'a.txt', type: 'text/plain', bytes, sha256, addedAt: 1 });
    });
    const ask = () =>
      run('doctor', [], { DATABASE_URL: process.env.DATABASE_URL!, FILES_DIR: process.env.FILES_DIR! });
    expect((await ask()).out).toMatch(/^ok +files +1 in/m);
    rmSync(placeIn(process.env.FILES_DIR!, id));
    expect((await ask()).out).toMatch(/^wrong +files +.*1 are missing/m);
  });
};

describe('files', { timeout: 60_000 }, engine === 'postgresql' ? onServers : onFiles);
