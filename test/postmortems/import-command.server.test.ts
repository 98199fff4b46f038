/** `npm run postmortem:import`, as it is run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { find } from '#app/postmortems/library.server.ts';
import { filterSchema } from '#app/postmortems/library.ts';
import { db } from '#db/database.server.ts';
import { postmortems } from '#db/schema/postmortems.ts';
import { somebody } from '#test/support/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, ['scripts/run.mjs', 'postmortem-import', ...args], (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const good = `# The heron outage

## Timeline

- 2026-03-01 10:00 Herons stop answering
- 2026-03-01 11:30 Herons answer again

## Action items

- [x] Alert on silent herons (@amara)
`;

const drafts = () => db.read.$count(postmortems);

describe('a dry run', () => {
  it('prints one object a line, and saves nothing', async () => {
    const { code, out, err } = await run('--dry-run', '--json', file('a.md', good), file('b.md', good));
    expect([code, err]).toEqual([0, '']);
    const objects = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects).toHaveLength(2);
    expect(objects[0]).toMatchObject({
      file: join(folder, 'a.md'),
      title: 'The heron outage',
      timeline: [{ at: '2026-03-01T10:00', text: 'Herons stop answering' }, { at: '2026-03-01T11:30' }],
      actions: [{ text: 'Alert on silent herons', owner: '@amara', done: true }],
    });
    expect(await drafts()).toBe(0);
  });
});

describe('what cannot be imported', () => {
  const cases: [string, () => string, RegExp][] = [
    ['a missing file', () => join(folder, 'none.md'), /no such file/],
    ['a directory', () => folder, /directory/],
    [
      'a file that is not text',
      () => file('picture.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff])),
      /not a text file/,
    ],
    ['an empty file', () => file('empty.md', ' \n'), /empty/],
    ['20 MB', () => file('large.md', 'a '.repeat(10 * 1024 * 1024)), /larger than 5 MB/],
    [
      'a title of 5,000 characters',
      () => file('title.md', `# ${'T'.repeat(5000)}\n\nText.\n`),
      /title is 5000 characters long/,
    ],
  ];
  it.each(cases)('%s: says why, exits with 1, and saves nothing', async (_, path, why) => {
    const { code, err } = await run(path());
    expect(err).toMatch(why);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, await drafts()]).toEqual([1, 0]);
  });

  it('no file at all: says how it is used, and exits with 2', async () => {
    const { code, err } = await run('--json');
    expect([code, err.includes('Usage')]).toEqual([2, true]);
  });
});

describe('a real run', () => {
  it('refuses while nobody lives here', async () => {
    const { code, err } = await run(file('c.md', good));
    expect(err).toContain('Nobody lives here yet');
    expect([code, await drafts()]).toEqual([1, 0]);
  });

  describe('in a house with people', () => {
    beforeAll(async () => {
      await somebody('Wei Chen', 'administrator');
    });

    it('keeps drafts of the one it is said to be for, beside files that are refused', async () => {
      const amara = await somebody('Amara Okafor');
      const { code, out, err } = await run('--as', amara.email, file('d.md', good), folder);
      expect(err).toMatch(/directory/);
      expect(out).toContain('2 timeline entries, 1 action items');
      expect(code).toBe(1);
      const { found } = await find(amara, filterSchema.parse({ q: 'heron' }));
      expect(found).toMatchObject([{ title: 'The heron outage', state: 'draft', author: 'Amara Okafor' }]);
    });

    it('refuses an unknown person', async () => {
      const before = await drafts();
      const { code, err } = await run('--as', 'nobody@northwind.example', file('e.md', good));
      expect(err).toContain('Nobody here has the e-mail address nobody@northwind.example.');
      expect([code, await drafts()]).toEqual([1, before]);
    });
  });
});
