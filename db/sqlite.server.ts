import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

import { Announcements, Listeners } from './announcements.ts';
import { keepBeforeMigration } from './backup-before-migration.server.ts';
import { type Database, lease, type Reader, type Tx } from './database.ts';
import { NoDatabaseFolder } from './faults.ts';
import { fullTextForSqlite } from './full-text-upkeep.ts';
import { appendOnlyForSqlite } from './append-only.ts';
import { migrationsFolder, newestMigration, refuseNewer } from './migrations.server.ts';
import * as schema from './schema/index.ts';
import { rememberStatements } from './statements.server.ts';
import { heard } from './traces.ts';
import { versionsTable } from './versions.ts';

function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new NoDatabaseFolder(`The folder of ${file} cannot be made.`, { cause });
  }
}

/**
 * The embedded engine: one connection that writes, one that reads, in WAL.
 * `synchronous=FULL`: a commit that was answered survives a power cut.
 */
export function openSqlite(file: string, busyTimeoutMs = 5000): Database {
  if (file !== ':memory:') makeFolderOf(file);
  const open = (readonly: boolean) => {
    const connection = new Sqlite(file, { readonly, timeout: busyTimeoutMs });
    if (!readonly) connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    // What is deleted is overwritten, not only forgotten.
    if (!readonly) connection.pragma('secure_delete = ON');
    connection.pragma('cache_size = -16000');
    // SQLite's own knows ASCII only; "Élodie" is found under "élodie" on PostgreSQL, so here too
    rememberStatements(connection);
    connection.function('lower', { deterministic: true }, (text) =>
      typeof text === 'string' ? text.toLowerCase() : text,
    );
    return connection;
  };
  const writer = open(false);
  const reader = open(true);
  const written = new Set<string>();
  const writing = drizzle(writer, {
    schema,
    logger: { logQuery: (query) => heard(query).forEach((name) => written.add(name)) },
  });
  const reading = drizzle(reader, { schema, logger: { logQuery: heard } });
  const current = new AsyncLocalStorage<{ tx: Tx; announcements: Announcements }>();
  const listeners = new Listeners();
  let queue: Promise<unknown> = Promise.resolve();
  const raise = once(() =>
    writer.prepare(
      'insert into versions (name, version) values (?, 1) on conflict (name) do update set version = version + 1',
    ),
  );
  const allVersions = once(() => reader.prepare('select name, version from versions').raw());

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE');
    written.clear();
    const { tx, end } = lease(writing);
    const announcements = new Announcements();
    try {
      const value = await current.run({ tx, announcements }, () => work(tx));
      end();
      for (const name of written) raise().run(name);
      writer.exec('COMMIT');
      for (const announcement of announcements.all) listeners.hear(announcement);
      return value;
    } catch (error) {
      end();
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    engine: 'sqlite',
    get read() {
      return current.getStore()?.tx ?? (reading as unknown as Reader);
    },
    get isWriting() {
      return current.getStore() !== undefined;
    },
    write(work) {
      const outer = current.getStore();
      if (outer) return work(outer.tx);
      const result = queue.then(() => transact(work));
      queue = result.catch(() => {});
      return result;
    },
    announce(topic, detail) {
      const open = current.getStore();
      if (!open) throw new Error('Announced outside of write().');
      open.announcements.add(topic, detail ?? null);
    },
    listen: (listener) => listeners.add(listener),
    async rows<R>(query: SQL) {
      return (current.getStore() ? writing : reading).all(query) as R[];
    },
    async versions() {
      return new Map(allVersions().all() as [string, number][]);
    },
    async scrub() {
      // The journal holds pages as they were, in the order in which they were written.
      const emptied = queue.then(() => writer.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]);
      queue = emptied.catch(() => {});
      if ((await emptied)[0].busy) throw new Error('Somebody else reads the database: its journal stays.');
    },
    async reach() {
      // Pages that a connection has read stay with it, whatever becomes of the file.
      const another = new Sqlite(file, { readonly: true, timeout: busyTimeoutMs });
      try {
        another.prepare('select count(*) from organisations').get();
      } finally {
        another.close();
      }
    },
    async migrate() {
      const folder = migrationsFolder('sqlite');
      refuseNewer(folder, appliedSqlite(writer));
      const upgrade = () => {
        // By the reader, which sees what is committed: VACUUM INTO does not run in a transaction.
        const step = { applied: appliedSqlite(writer), newest: newestMigration(folder) };
        if (file !== ':memory:') keepBeforeMigration(reader, file, step);
        applyMigrations(writer, folder);
      };
      // drizzle-kit rebuilds a table by dropping it: with foreign keys on, its children would be deleted with it.
      writer.pragma('foreign_keys = OFF');
      try {
        writer.transaction(upgrade).immediate();
      } finally {
        writer.pragma('foreign_keys = ON');
      }
    },
    async close() {
      await queue;
      reader.close();
      writer.pragma('optimize');
      writer.close();
    },
  };
}

/** A statement prepared when it is first needed: before the migrations there is no table to prepare it for. */
function once(prepare: () => Sqlite.Statement): () => Sqlite.Statement {
  let statement: Sqlite.Statement | undefined;
  return () => (statement ??= prepare());
}

/**
 * What drizzle's own migrator does, with the same table, but in one transaction with everything around it. And on a
 * full disk drizzle's fails at its ROLLBACK, which SQLite has done already, so that nobody learns why.
 */
function applyMigrations(connection: Sqlite.Database, folder: string): void {
  connection.exec(`create table if not exists __drizzle_migrations
    (id integer primary key, hash text not null, created_at numeric)`);
  const note = connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
  const applied = appliedSqlite(connection);
  const pending = readMigrationFiles({ migrationsFolder: folder }).filter(
    ({ folderMillis }) => folderMillis > applied,
  );
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) connection.exec(statement);
    note.run(hash, folderMillis);
  }
  // It reads every row, so an ordinary start goes without.
  const broken = pending.length > 0 ? (connection.pragma('foreign_key_check') as unknown[]) : [];
  if (broken.length > 0)
    throw new Error(`The migration left ${broken.length} rows without the row they refer to.`);
  const names = connection.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  const there = new Set(names as string[]);
  for (const statement of [versionsTable, ...fullTextForSqlite, ...appendOnlyForSqlite(there)])
    connection.exec(statement);
}

/** When the newest migration was written that a database has seen, epoch ms; 0 for none. */
export function appliedSqlite(connection: Sqlite.Database): number {
  const known = connection
    .prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
    .get();
  if (!known) return 0;
  const newest = connection.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  return Number(newest ?? 0);
}
