import { expect, it } from 'vitest';

import { faultOf } from '#db/faults.ts';

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
