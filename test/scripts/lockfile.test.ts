import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { faultsOf } from '../../scripts/check/lockfile.ts';

const lock = (packages: Record<string, object>) => JSON.stringify({ packages });

it('this house’s lockfile is whole', () => {
  expect(faultsOf(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
});

describe('a lockfile', () => {
  const wanting = { version: '1.0.0', optionalDependencies: { 'a-linux': '^1.0.0', 'a-darwin': '^1.0.0' } };

  it('lacks an optional package that npm could not fetch', () => {
    const faults = faultsOf(
      lock({ 'node_modules/a': wanting, 'node_modules/a-linux': { version: '1.0.0' } }),
    );
    expect(faults).toEqual(['node_modules/a wants a-darwin@^1.0.0, which is not locked']);
  });

  it('has one that lies further in, or further up', () => {
    const packages = {
      'node_modules/b/node_modules/a': wanting,
      'node_modules/b/node_modules/a/node_modules/a-linux': { version: '1.0.0' },
      'node_modules/b/node_modules/a-darwin': { version: '1.0.0' },
    };
    expect(faultsOf(lock(packages))).toEqual([]);
    const elsewhere = {
      'node_modules/a': wanting,
      'node_modules/b/node_modules/a-linux': { version: '1.0.0' },
    };
    expect(faultsOf(lock(elsewhere))).toHaveLength(2);
  });

  it('lacks what the house itself wants', () => {
    expect(faultsOf(lock({ '': { optionalDependencies: { x: '1' } } }))).toEqual([
      'package.json wants x@1, which is not locked',
    ]);
  });

  it.each(['https://registry.example/a.tgz', 'git+ssh://git@example.com/a.git', 'file:../a'])(
    'must not be tied to %s',
    (resolved) => {
      expect(faultsOf(lock({ 'node_modules/a': { version: '1.0.0', resolved } }))).toHaveLength(1);
    },
  );
});
