import { AsyncLocalStorage } from 'node:async_hooks';

import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

import { Announcements, inNotification, Listeners } from './announcements.ts';
import { appendOnlyForPostgres } from './append-only.ts';
import { adviseBeforeMigration } from './backup-before-migration.server.ts';
import { type Database, lease, type Reader, type Tx } from './database.ts';
import { fullTextForPostgres } from './full-text-upkeep.ts';
import { migrationsFolder, newestMigration, refuseNewer } from './migrations.server.ts';
import { CHANNEL, hearNotifications } from './notifications.server.ts';
import * as schema from './schema/index.ts';
import { heard } from './traces.ts';
import { versionsTable } from './versions.ts';

type Open = { tx: Tx; written: Set<string>; announcements: Announcements };

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
  const listeners = new Listeners();
  let notifications: ReturnType<typeof hearNotifications> | undefined;
  const noteWritten = (query: string) => {
    const names = heard(query);
    const open = current.getStore();
    for (const name of names) open?.written.add(name);
  };
  const whole = drizzle(pool, { schema, logger: { logQuery: noteWritten } });

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
        const open: Open = { tx, written: new Set(), announcements: new Announcements() };
        const value = await current.run(open, async () => await work(tx)).finally(end);
        const told = open.announcements.all.map(inNotification);
        if (open.written.size + told.length > 0) await transaction.execute(atTheEnd(open.written, told));
        return value;
      });
    },
    announce(topic, detail) {
      const open = current.getStore();
      if (!open) throw new Error('Announced outside of write().');
      open.announcements.add(topic, detail ?? null);
    },
    listen(listener) {
      // The connection is there for as long as the process: who only writes (a script) has none.
      notifications ??= hearNotifications(url, {
        hear: (announcement) => listeners.hear(announcement),
        miss: () => listeners.miss(),
      });
      return listeners.add(listener);
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
    async scrub(table) {
      await pool.query(`vacuum "${table}"`);
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
      await Promise.all([notifications?.close(), pool.end()]);
    },
  };
}

const list = (texts: Iterable<string>) =>
  sql`array[${sql.join(
    [...texts].map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

/** What every write costs, in one statement: the versions of its tables, and what it announces. */
function atTheEnd(written: ReadonlySet<string>, told: readonly string[]): SQL {
  const raised = sql`insert into versions (name, version) select name, 1 from unnest(${list(written)}) as name
    on conflict (name) do update set version = versions.version + 1`;
  if (told.length === 0) return raised;
  return sql`with raised as (${raised}) select pg_notify(${CHANNEL}, told) from unnest(${list(told)}) as told`;
}
