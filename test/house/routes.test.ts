import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { places } from './floor-plan.ts';

it('every route has its file', () => {
  expect(places.map(({ file }) => file).filter((file) => !existsSync(join('app', file)))).toEqual([]);
});

it('every file in a room’s routes is a route', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\/routes\/[^/]+\.tsx?$/.test(file));
  expect(files.sort()).toEqual(places.map(({ file }) => file).sort());
});

it('no two routes have the same path', () => {
  const paths = places.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});
