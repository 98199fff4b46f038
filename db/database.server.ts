import type { Database } from './database.ts';
import { engine } from './engine.ts';

const url = process.env.DATABASE_URL || 'file:./data/guildhall.db';

/** The file a `file:` URL names; `file:./x`, `file:///x` and a bare path all work. */
const fileOf = (databaseUrl: string) => databaseUrl.replace(/^file:(\/\/(?=\/))?/, '');

/** This process's database, opened when first imported. */
export const db: Database =
  engine === 'postgresql'
    ? (await import('./postgres.server.ts')).openPostgres(url)
    : (await import('./sqlite.server.ts')).openSqlite(fileOf(url));
