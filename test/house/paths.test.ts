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

/** Of a lesson, the first that is given is a key of two parts. */
const ofLessons = new Set(['module', 'modulePart', 'practice', 'moduleAttempts']);
const given = (name: string, id: string): [string, string, string] => [
  ofLessons.has(name) ? `${anything}/${id}` : id,
  id,
  id,
];

/** What a builder makes, its query left out, with and without what may be left out. */
const builtBy = ([name, build]: (typeof builders)[number]) =>
  [build(...given(name, anything)), ...(ofLessons.has(name) ? [] : [build()])]
    .map((path) => path.split(/[?#]/)[0]!)
    .filter((path) => !path.includes('undefined'));

it.each(builders)('paths.%s leads to a route', (...builder) => {
  for (const path of builtBy(builder)) expect([...known]).toContain(path);
});

it('a route that stands still is not taken for an id by one that moves', () => {
  const nouns = places.filter(({ path }) => !path.includes(':')).map(({ path }) => path.slice(1));
  for (const noun of nouns) expect(noun).not.toMatch(/^[0-9a-z]{16}$/);
});

it.each(['over\r\nthere', 'Überweisung', '事後検証', 'a/b', '?c', '#d', '%'])(
  '%j stays one part of a path',
  (id) => {
    for (const [name, build] of builders) {
      const built = build(...given(name, id));
      expect(built).toMatch(/^[!-~]+$/);
      const parts = built.split('?')[0]!.split('/');
      const plain = build(...given(name, anything))
        .split('?')[0]!
        .split('/');
      expect(parts.map(decodeURIComponent)).toEqual(
        plain.map((part, at) => (part === anything && !(ofLessons.has(name) && at === 2) ? id : part)),
      );
    }
  },
);
