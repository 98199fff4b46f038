import { defineConfig } from 'drizzle-kit';

import { engine } from './db/engine';

const folder = process.env.MIGRATIONS_FOLDER ?? './db/migrations';

export default defineConfig({
  dialect: engine,
  schema: './db/schema/index.ts',
  out: engine === 'postgresql' ? `${folder}/postgres` : `${folder}/sqlite`,
});
