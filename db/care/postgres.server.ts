import pg from 'pg';

import { faultOf } from '../faults.ts';
import { type FileRow, fileRowsOf, namesOfFileTables } from '../files-rows.ts';
import { migrationsFolder, newestMigration } from '../migrations.server.ts';
import { clockFinding, newestRow } from './clock.ts';
import { filesFinding } from './files.server.ts';
import { type Finding, look, ok, wrong } from './finding.ts';
import { schemaFinding, setUpFinding } from './schema.ts';

type Server = { version: number; encoding: string; readonly: boolean; now: number; migrated: boolean };

/** What there is to say of a database on a PostgreSQL server. Disk and integrity are the server's own business. */
export async function examinePostgres(url: string, files: string, now: number): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const one = async <T>(query: string) => (await client.query(query)).rows[0] as T;
    const server = await one<Server>(`select current_setting('server_version_num')::int / 10000 as version,
      pg_encoding_to_char(encoding) as encoding, extract(epoch from clock_timestamp())::float8 * 1000 as now,
      pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as readonly,
      to_regclass('drizzle.__drizzle_migrations') is not null as migrated
      from pg_database where datname = current_database()`);
    const findings = serverFindings(server, now);
    if (!server.migrated)
      return [
        ...findings,
        clockFinding(now, 0),
        look('schema', 'Nothing is in it yet: npm start makes the tables.'),
      ];
    const { at: applied } = await one<{ at: unknown }>(
      'select max(created_at) as at from drizzle.__drizzle_migrations',
    );
    const { at: newest } = await one<{ at: unknown }>(newestRow);
    return [
      ...findings,
      clockFinding(now, Number(newest ?? 0)),
      schemaFinding(Number(applied ?? 0), newestMigration(migrationsFolder('postgres'))),
      setUpFinding((await one('select 1 from people limit 1')) !== undefined),
      filesFinding(await fileRowsIn(client), files, now),
    ];
  } catch (error) {
    return [clockFinding(now, 0), wrong('database', faultOf(error))];
  } finally {
    await client.end().catch(() => {});
  }
}

async function fileRowsIn(client: pg.Client): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for (const table of namesOfFileTables) {
    const { rows: there } = await client.query('select to_regclass($1) is not null as there', [table]);
    if (there[0].there) rows.push(...(await client.query(fileRowsOf(table))).rows);
  }
  return rows;
}

function serverFindings({ version, encoding, readonly, now: there }: Server, now: number): Finding[] {
  const apart = Math.round(Math.abs(there - now) / 1000);
  return [
    version < 14
      ? wrong('database', `PostgreSQL ${version} is too old: 14 or later is needed.`)
      : ok('database', `PostgreSQL ${version}`),
    encoding === 'UTF8'
      ? ok('encoding', encoding)
      : wrong(
          'encoding',
          `${encoding} has no room for every word. Make the database anew with UTF-8: createdb -E UTF8 NAME`,
        ),
    readonly
      ? wrong(
          'writing',
          'This server can only be read (a standby?). Point DATABASE_URL to the one that can be written.',
        )
      : ok('writing', 'the server takes changes'),
    ...(apart > 60
      ? [look('server’s clock', `${apart} s from this machine’s. Let both follow the same time server.`)]
      : []),
  ];
}
