import { defineConfig } from 'vitest/config';

/** Tests of what is remembered (*.server.test.ts) and of how people come in (*.routes.test.ts) have a database each. */
const withDatabase = ['test/**/*.{server,routes}.test.ts'];
const inBrowser = ['test/browser/**/*.test.ts'];

const onEngine = (name: 'sqlite' | 'postgresql') => ({
  test: {
    name,
    include: withDatabase,
    env: { TEST_ENGINE: name },
    globalSetup: ['test/support/template.ts'],
    setupFiles: ['test/support/own-database.ts'],
    pool: 'forks' as const,
    testTimeout: 20_000,
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
