import { defineConfig } from 'vitest/config';

/** Tests of what is remembered (*.server.test.ts) and of how people come in (*.routes.test.ts) have a database each. */
const withDatabase = ['test/**/*.{server,routes}.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...withDatabase, 'test/browser/**'],
        },
      },
      {
        test: {
          name: process.env.TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite',
          include: withDatabase,
          globalSetup: ['test/support/template.ts'],
          setupFiles: ['test/support/own-database.ts'],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
