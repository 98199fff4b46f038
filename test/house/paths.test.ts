import { expect, it } from 'vitest';

import { paths } from '#app/paths.ts';

import { places } from './floor-plan.ts';

const anything = 'anything';
/** A path with its parameters left nameless. */
const shape = (path: string) =>
  path
    .split('/')
    .map((part) => (part.startsWith(':') ? anything : part))
    .join('/');
const known = new Set(places.map(({ path }) => shape(path)));

const builders = Object.entries(paths) as [string, (...given: (string | undefined)[]) => string][];

/** What a builder makes, its query left out, with and without what may be left out. */
const builtBy = (build: (typeof builders)[number][1]) =>
  [build(anything, anything, anything), build()]
    .map((path) => path.split(/[?#]/)[0]!)
    .filter((path) => !path.includes('undefined'));

it.each(builders)('paths.%s leads to a route', (_, build) => {
  for (const path of builtBy(build)) expect([...known]).toContain(path);
});

it('a route that stands still is not taken for an id by one that moves', () => {
  const nouns = places.filter(({ path }) => !path.includes(':')).map(({ path }) => path.slice(1));
  for (const noun of nouns) expect(noun).not.toMatch(/^[0-9a-z]{16}$/);
});

it.each(['over\r\nthere', 'Überweisung', '事後検証', 'a/b', '?c', '#d', '%'])(
  '%j stays one part of a path',
  (id) => {
    for (const [, build] of builders) {
      const built = build(id, id, id);
      expect(built).toMatch(/^[!-~]+$/);
      const parts = built.split('?')[0]!.split('/');
      const plain = build(anything, anything, anything).split('?')[0]!.split('/');
      expect(parts.map(decodeURIComponent)).toEqual(plain.map((part) => (part === anything ? id : part)));
    }
  },
);
