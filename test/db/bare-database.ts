/** A database of either engine, asked past the app's own door: whichever version wrote it, and whatever is broken in it. */
import Sqlite from 'better-sqlite3';
import pg from 'pg';

import { type Engine, engineOf, fileOf } from '#db/engine.ts';

export type Bare = {
  engine: Engine;
  ask<Row = Record<string, unknown>>(query: string): Promise<Row[]>;
  /** all of them or none */
  run(statements: string[]): Promise<void>;
  close(): Promise<void>;
};

/** Opens the one a DATABASE_URL names. */
export const openBare = (url: string): Promise<Bare> =>
  engineOf(url) === 'postgresql' ? barePostgres(url) : bareSqlite(fileOf(url));

async function bareSqlite(file: string): Promise<Bare> {
  const connection = new Sqlite(file);
  connection.pragma('foreign_keys = ON');
  return {
    engine: 'sqlite',
    ask: async <Row>(query: string) => connection.prepare(query).all() as Row[],
    async run(statements) {
      connection.transaction(() => statements.forEach((statement) => connection.exec(statement)))();
    },
    close: async () => void connection.close(),
  };
}

async function barePostgres(url: string): Promise<Bare> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    engine: 'postgresql',
    ask: async <Row>(query: string) => (await client.query(query)).rows as Row[],
    // Several statements in one query are one transaction.
    run: async (statements) => void (await client.query(statements.join(';\n'))),
    close: () => client.end(),
  };
}
