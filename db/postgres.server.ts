import { AsyncLocalStorage } from 'node:async_hooks';

import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

import { appendOnlyForPostgres } from './append-only.ts';
import { adviseBeforeMigration } from './backup-before-migration.server.ts';
import { type Database, lease, type Reader, type Tx } from './database.ts';
import { fullTextForPostgres } from './full-text-upkeep.ts';
import { migrationsFolder, newestMigration, refuseNewer } from './migrations.server.ts';
import * as schema from './schema/index.ts';
import { heard } from './traces.ts';
import { versionsTable } from './versions.ts';

type Open = { tx: Tx; written: Set<string> };

/** Any number, the same for every process of one installation. */
const ONE_WRITER = 7311;

/** PostgreSQL, for installations that outgrow one machine. */
export function openPostgres(url: string, connections = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // Without a listener, a server that goes away while a connection idles would end the process.
  pool.on('error', (error) => {
    if (process.env.LOG === 'off') return;
    console.error(JSON.stringify({ level: 'error', event: 'database', message: error.message }));
  });
  const current = new AsyncLocalStorage<Open>();
  const listen = (query: string) => {
    const names = heard(query);
    const open = current.getStore();
    for (const name of names) open?.written.add(name);
  };
  const whole = drizzle(pool, { schema, logger: { logQuery: listen } });

  return {
    engine: 'postgresql',
    get read() {
      return current.getStore()?.tx ?? (whole as unknown as Reader);
    },
    get isWriting() {
      return current.getStore() !== undefined;
    },
    write(work) {
      const outer = current.getStore();
      if (outer) return work(outer.tx);
      return whole.transaction(async (transaction) => {
        // One writer at a time, as on the embedded engine: read-modify-write needs no row locks.
        await transaction.execute(sql`select pg_advisory_xact_lock(${ONE_WRITER})`);
        const { tx, end } = lease(transaction);
        const written = new Set<string>();
        const value = await current.run({ tx, written }, async () => await work(tx)).finally(end);
        if (written.size > 0) await transaction.execute(raising(written));
        return value;
      });
    },
    async rows<R>(query: SQL) {
      const from = (current.getStore()?.tx as unknown as typeof whole | undefined) ?? whole;
      return (await from.execute(query)).rows as R[];
    },
    async versions() {
      const { rows } = await pool.query<[string, number]>({
        name: 'versions',
        text: 'select name, version from versions',
        rowMode: 'array',
      });
      return new Map(rows);
    },
    async reach() {
      await pool.query('select count(*) from organisations');
    },
    async migrate() {
      const folder = migrationsFolder('postgres');
      const alone = await pool.connect();
      try {
        await alone.query('select pg_advisory_lock($1)', [ONE_WRITER]);
        const known = await alone.query(`select to_regclass('drizzle.__drizzle_migrations') as name`);
        if (known.rows[0].name !== null) {
          const newest = await alone.query('select max(created_at) as at from drizzle.__drizzle_migrations');
          const applied = Number(newest.rows[0].at ?? 0);
          refuseNewer(folder, applied);
          const inhabited = await alone.query('select 1 from people limit 1');
          if (inhabited.rowCount) adviseBeforeMigration({ applied, newest: newestMigration(folder) });
        }
        await migrate(drizzle(alone, { schema }), { migrationsFolder: folder });
        const { rows } = await alone.query<{ tablename: string }>(
          'select tablename from pg_tables where schemaname = any (current_schemas(false))',
        );
        const there = new Set(rows.map(({ tablename }) => tablename));
        for (const statement of [versionsTable, ...fullTextForPostgres, ...appendOnlyForPostgres(there)])
          await alone.query(statement);
      } finally {
        await alone.query('select pg_advisory_unlock($1)', [ONE_WRITER]).catch(() => {});
        alone.release();
      }
    },
    async close() {
      await pool.end();
    },
  };
}

const raising = (names: Iterable<string>) =>
  sql`insert into versions (name, version) select name, 1 from unnest(array[${sql.join(
    [...names].map((name) => sql`${name}`),
    sql`, `,
  )}]::text[]) as name on conflict (name) do update set version = versions.version + 1`;
