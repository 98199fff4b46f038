import type { Database } from './database.ts';
import { engine, fileOf } from './engine.ts';

const url = process.env.DATABASE_URL || 'file:./data/guildhall.db';

/** This process's database, opened when first imported. */
export const db: Database =
  engine === 'postgresql'
    ? (await import('./postgres.server.ts')).openPostgres(url)
    : (await import('./sqlite.server.ts')).openSqlite(fileOf(url));
