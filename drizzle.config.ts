import { defineConfig } from 'drizzle-kit';

import { engine } from './db/engine';

export default defineConfig({
  dialect: engine,
  schema: './db/schema/index.ts',
  out: engine === 'postgresql' ? './db/migrations/postgres' : './db/migrations/sqlite',
});
