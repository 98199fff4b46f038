import { defineConfig } from 'vitest/config';

/** Tests of what is remembered (*.server.test.ts) and of how people come in (*.routes.test.ts) have a database each. */
const withDatabase = ['test/**/*.{server,routes}.test.ts'];
const inBrowser = ['test/browser/**/*.test.ts'];

/** Every file is a process of its own, and reads all it imports anew: what is read decides how long tests take. */
const readQuickly = {
  // Drizzle is hundreds of small files: as one it is there a second sooner.
  deps: {
    optimizer: {
      ssr: {
        enabled: true,
        include: [
          'drizzle-orm',
          'drizzle-orm/better-sqlite3',
          'drizzle-orm/migrator',
          'drizzle-orm/node-postgres',
          'drizzle-orm/node-postgres/migrator',
          'drizzle-orm/pg-core',
          'drizzle-orm/sqlite-core',
        ],
      },
    },
  },
  // The built app is what Node reads: transformed once more, its 7 MB take ten seconds, and two for every file.
  server: { deps: { external: [/\/build\/server\//] } },
};

const onEngine = (name: 'sqlite' | 'postgresql') => ({
  test: {
    name,
    include: withDatabase,
    env: { TEST_ENGINE: name },
    globalSetup: ['test/support/template.ts'],
    setupFiles: ['test/support/own-database.ts'],
    pool: 'forks' as const,
    ...readQuickly,
    // On a machine that does other things besides.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

/** `npm test` runs rules and sqlite; `npm run check` all four. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          // Properties of many runs, on machines that do other things besides.
          testTimeout: 20_000,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...withDatabase, ...inBrowser],
        },
      },
      onEngine('sqlite'),
      onEngine('postgresql'),
      {
        test: {
          name: 'browser',
          include: inBrowser,
          globalSetup: ['test/support/build.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
