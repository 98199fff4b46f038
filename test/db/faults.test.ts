import { expect, it } from 'vitest';

import { faultOf, FileNotKept } from '#db/faults.ts';

const failing = (code: string) =>
  Object.assign(new Error(`${code}: it failed`), { code, path: '/a/report.md' });

it.each(['EACCES', 'ENOENT', 'EISDIR', 'ENOSPC', 'EPERM'])(
  'a file that has nothing to do with the database is not blamed on it: %s',
  (code) => {
    expect(faultOf(failing(code), '/a/guildhall.db')).not.toContain('guildhall.db');
  },
);

it.each(['SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_FULL', 'ECONNREFUSED', '3D000'])(
  'what the database says is told of it: %s',
  (code) => {
    expect(faultOf(failing(code), '/a/guildhall.db')).toContain('/a/guildhall.db');
  },
);

it.each([
  ['ENOSPC', /disk is full/, true],
  ['EDQUOT', /disk is full/, true],
  ['EACCES', /owner and permissions/, false],
  ['EIO', /EIO/, false],
])('a file that could not be kept is told with its folder and what to do: %s', (code, says, isFull) => {
  const fault = new FileNotKept('/srv/guild.files', failing(code));
  expect(faultOf(fault)).toMatch(/\/srv\/guild\.files/);
  expect(faultOf(fault)).toMatch(says);
  expect(fault.isFull).toBe(isFull);
});
