import type { ExtractTablesWithRelations, SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

import type { Engine } from './engine.ts';
import type * as schema from './schema/index.ts';

type Whole = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
export type Reader = Pick<Whole, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>;
export type Tx = Reader & Pick<Whole, 'insert' | 'update' | 'delete'>;

export type Listener = {
  heard(topic: string, detail: string | null): void;
  /** Announcements may have gone by unheard: the connection to the database was gone for a while. */
  missed(): void;
};

export interface Database {
  readonly engine: Engine;
  /** Committed data; inside `write`, the open transaction. */
  readonly read: Reader;
  /** Whether the work that asks is inside `write`: it sees what nobody else does yet. */
  readonly isWriting: boolean;
  /** The only way to write: one transaction, one writer at a time, all or nothing. A nested call joins the outer one. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Says that something about a topic is new: once the open transaction is committed, every process of this
   * installation hears it, in the order of the commits; what is rolled back is said to nobody. `detail` spares those
   * who hear it a look into the database; where it is too long to travel, they hear null. Throws outside of `write`.
   */
  announce(topic: string, detail?: string): void;
  /** Hears what is announced, here and in other processes, until the function it returns is called. */
  listen(listener: Listener): () => void;
  /** Rows of a raw query, for what drizzle has no words for; `db/` alone calls it. */
  rows<R = Record<string, unknown>>(query: SQL): Promise<R[]>;
  /** How often each table has been written to; one that never was is missing. Committed data alone. */
  versions(): Promise<ReadonlyMap<string, number>>;
  /** What was deleted from a table, and how it came there, is gone from the files too, as far as the engine lets it. */
  scrub(table: string): Promise<void>;
  /** Reads a little of the database itself, past whatever is held in memory. Throws where it cannot be read. */
  reach(): Promise<void>;
  /** Brings the schema up to date. Refuses a database written by a newer version. Idempotent. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A transaction handle that stops working when its transaction ends, so that a forgotten `await` fails loudly
 * instead of writing into somebody else's transaction.
 */
export function lease(target: object): { tx: Tx; end(): void } {
  let open = true;
  const tx = new Proxy(target, {
    get(from, key) {
      if (!open) throw new Error('The transaction is over: a query inside write() was not awaited.');
      const value = Reflect.get(from, key);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
  return { tx: tx as Tx, end: () => void (open = false) };
}
