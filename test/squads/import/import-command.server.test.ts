/** `npm run people:import` and `npm run squads:import`, as they are run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, ['scripts/run.mjs', ...args], (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

it('tells what it would do, does it, and does nothing the second time', async () => {
  const path = file('people.csv', 'email,name\nnina@x.example,Nina\n');
  const dry = await run('people-import', path, '--dry-run');
  expect([dry.code, dry.err]).toEqual([0, '']);
  expect(dry.out).toContain('1 new');
  expect(dry.out).toContain('line 2, new: nina@x.example');
  expect(await db.read.$count(people)).toBe(0);
  expect((await run('people-import', path)).out).toContain('imported');
  expect(await db.read.$count(people)).toBe(1);
  expect((await run('people-import', path)).out).toContain('0 new, 0 changed, 1 unchanged');
});

it('imports the good rows, names the others by line and column, and exits with 1', async () => {
  const path = file('squads.csv', 'name,developers\nPayments,9\nSearch,"many\nLedger,few\n');
  const { code, err } = await run('squads-import', path);
  expect(code).toBe(1);
  expect(err).toContain('line 3, column developers: A quotation mark stands alone');
  expect(err).toContain('line 4, column developers: Write a whole number');
  expect((await db.read.select().from(squads)).map(({ name }) => name)).toEqual(['Payments']);
});

it('says what is wrong with a file, or how it is used', async () => {
  expect(await run('people-import', join(folder, 'none.csv'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no such file') as string,
  });
  expect((await run('people-import', file('wrong.csv', 'shoe size\n38\n'))).err).toContain('Missing: email');
  expect(await run('people-import')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage') as string,
  });
});
