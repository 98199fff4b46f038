import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, expect, it } from 'vitest';

import config from '../../.dependency-cruiser.mjs';

let house: string;
afterEach(() => rmSync(house, { recursive: true, force: true }));

/** The rules broken in a small house of these files; what they import stands in it too, empty unless given. */
async function brokenIn(files: Record<string, string>): Promise<string[]> {
  house = mkdtempSync(join(tmpdir(), 'guildhall-house-'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  const imported = Object.values(files).flatMap((text) =>
    [...text.matchAll(/'#([^']+)'/g)].map((m) => m[1]!),
  );
  const all: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      imports: { '#app/*': './app/*', '#db/*': './db/*', '#test/*': './test/*' },
    }),
    ...Object.fromEntries(imported.map((path) => [path, 'export const it = 1;'])),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const folders = [...new Set(Object.keys(all).map((path) => path.split('/')[0]!))].filter(
    (name) => !name.includes('.'),
  );
  const { tsConfig: _, ...options } = config.options!;
  const ruleSet = { forbidden: config.forbidden };
  const { output } = await cruise(folders, { ...options, validate: true, ruleSet, baseDir: house });
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))].sort();
}

const imports = (what: string) => `import { it } from '${what}'; export const also = it;`;

it.each<[rule: string, path: string, imports: string]>([
  ['rooms-look-down', 'app/audiences/audience.server.ts', '#app/accounts/people.server.ts'],
  ['rooms-look-down', 'app/accounts/people.server.ts', '#app/squads/squad.ts'],
  ['rooms-look-down', 'app/squads/squad.ts', '#app/champions/champion.ts'],
  ['rooms-look-down', 'app/postmortems/card.tsx', '#app/meetings/meeting.ts'],
  ['rooms-look-down', 'app/action-items/list.tsx', '#app/postmortems/postmortem.ts'],
  ['rooms-look-down', 'app/search/result.tsx', '#app/hall/frame.tsx'],
  ['rooms-look-down', 'app/squads/card.tsx', '#app/root.tsx'],
  ['rooms-look-down', 'app/http/form.server.ts', '#app/accounts/viewer.ts'],
  ['rooms-look-down', 'app/ui/table.tsx', '#app/squads/squad.ts'],
  ['rooms-look-down', 'app/paths.ts', '#app/squads/squad.ts'],
  ['database-knows-no-room', 'db/seed.ts', '#app/squads/squad.ts'],
  ['rules-are-pure', 'app/squads/squad.ts', '#db/schema/squads.ts'],
  ['rules-are-pure', 'app/squads/squad.ts', '#app/squads/squads.server.ts'],
  ['rules-are-pure', 'app/squads/size/squad.ts', '#app/squads/card.tsx'],
  ['rules-are-pure', 'app/squads/squad.ts', '@remix-run/node'],
  ['rules-are-pure', 'app/squads/squad.ts', 'react'],
  ['rules-use-no-node', 'app/squads/squad.ts', 'node:crypto'],
  ['rules-use-no-node', 'app/squads/squad.ts', 'fs'],
  ['screens-skip-the-database', 'app/squads/routes/squad.tsx', '#db/database.server.ts'],
  ['screens-skip-the-database', 'app/squads/routes/members.ts', '#db/schema/squads.ts'],
  ['screens-skip-the-database', 'app/squads/card.tsx', '#db/schema/squads.ts'],
  ['routes-are-leaves', 'app/squads/routes/squad.tsx', '#app/people/routes/person.tsx'],
  ['routes-are-leaves', 'app/squads/card.tsx', '#app/squads/routes/squad.tsx'],
  ['only-db-knows-the-dialect', 'app/squads/squads.server.ts', 'drizzle-orm/pg-core'],
  ['only-db-knows-the-dialect', 'app/squads/squads.server.ts', 'drizzle-orm/sqlite-core'],
  ['only-db-knows-the-dialect', 'app/squads/squads.server.ts', 'better-sqlite3'],
  ['only-db-knows-the-dialect', 'scripts/import.ts', 'pg'],
  ['nothing-imports-test', 'app/squads/squad.ts', '#test/support/clock.ts'],
  ['nothing-imports-test', 'scripts/start.ts', '#test/support/clock.ts'],
  ['lucia-behind-one-module', 'app/accounts/people.server.ts', 'lucia'],
  ['everything-resolves', 'app/squads/squads.server.ts', './nowhere.ts'],
])('%s: %s must not import %s', async (rule, path, what) => {
  expect(await brokenIn({ [path]: imports(what) })).toContain(rule);
});

it('a type alone is an import too', async () => {
  const text = `import type { it } from '#db/schema/squads.ts'; export type Also = typeof it;`;
  expect(await brokenIn({ 'app/squads/squad.ts': text })).toEqual(['rules-are-pure']);
});

it('no-circular: two modules must not need each other, unless by a type', async () => {
  const circle = { 'app/squads/a.ts': imports('./b.ts'), 'app/squads/b.ts': imports('./a.ts') };
  expect(await brokenIn(circle)).toEqual(['no-circular']);
  rmSync(house, { recursive: true });
  const type = `import type { also } from './a.ts'; export const it: typeof also = 1;`;
  expect(await brokenIn({ ...circle, 'app/squads/b.ts': type })).toEqual([]);
});

it('allows what a house needs', async () => {
  expect(
    await brokenIn({
      'app/squads/squad.ts': imports('#app/accounts/viewer.ts'),
      'app/squads/squads.server.ts': `${imports('#db/database.server.ts')} import { eq } from 'drizzle-orm'; export { eq };`,
      'app/squads/card.tsx': imports('./squad.ts'),
      'app/squads/routes/squad.tsx': imports('#app/postmortems/postmortems.server.ts'),
      'app/hall/home.tsx': imports('#app/squads/squads.server.ts'),
      'app/accounts/session.server.ts': imports('lucia'),
      'db/columns.ts': imports('drizzle-orm/pg-core'),
      'test/squads/squad.test.ts': imports('#app/squads/squad.ts'),
    }),
  ).toEqual([]);
});
