import { existsSync, statSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { faultOf } from '../faults.ts';
import { fileRowsIn } from '../files-copy.server.ts';
import { migrationsFolder, newestMigration } from '../migrations.server.ts';
import { appliedSqlite } from '../sqlite.server.ts';
import { clockFinding, newestRow } from './clock.ts';
import { filesFinding } from './files.server.ts';
import { type Finding, look, ok, sizeInWords, wrong } from './finding.ts';
import { diskFinding, folderFinding } from './machine.server.ts';
import { schemaFinding, setUpFinding } from './schema.ts';

/** What there is to say of a database in a file, which is only read. A running Guildhall does not mind. */
export function examineSqlite(file: string, files: string, now: number): Finding[] {
  return [diskFinding(file), folderFinding(file), ...databaseFindings(file, files, now)];
}

function databaseFindings(file: string, files: string, now: number): Finding[] {
  if (!existsSync(file))
    return [clockFinding(now, 0), look('database', `There is none at ${file} yet: npm start makes it.`)];
  try {
    const connection = new Sqlite(file, { readonly: true, timeout: 5000 });
    try {
      const opens = ok('database', `${file}, ${sizeInWords(statSync(file).size)}`);
      const rows = unlessBroken(() => fileRowsIn(connection));
      return [
        opens,
        ...integrityFindings(connection),
        ...contentFindings(connection, now),
        ...('value' in rows ? [filesFinding(rows.value, files, now)] : []),
        walFinding(file),
      ];
    } finally {
      connection.close();
    }
  } catch (error) {
    return [clockFinding(now, 0), wrong('database', faultOf(error, file))];
  }
}

const RESTORE = 'Stop Guildhall, and bring a copy back: npm run restore -- FILE';

function integrityFindings(connection: Sqlite.Database): Finding[] {
  const said = unlessBroken(() => connection.prepare('pragma quick_check(1)').pluck().get() as string);
  if ('broken' in said || said.value !== 'ok')
    return [wrong('integrity', `${'broken' in said ? said.broken : said.value}\n${RESTORE}`)];
  const orphans = (connection.pragma('foreign_key_check') as { table: string }[]).map(({ table }) => table);
  const tables = [...new Set(orphans)].join(', ');
  return [
    ok('integrity', 'SQLite finds nothing broken'),
    orphans.length === 0
      ? ok('references', 'every row finds the rows it refers to')
      : wrong(
          'references',
          `${orphans.length} rows refer to rows that are not there (${tables}).\n${RESTORE}`,
        ),
  ];
}

function contentFindings(connection: Sqlite.Database, now: number): Finding[] {
  const applied = unlessBroken(() => appliedSqlite(connection));
  if ('broken' in applied) return [clockFinding(now, 0)];
  const schema = schemaFinding(applied.value, newestMigration(migrationsFolder('sqlite')));
  const newest = unlessBroken(() => Number(connection.prepare(newestRow).pluck().get() ?? 0));
  const inhabited = unlessBroken(
    () => connection.prepare('select 1 from people limit 1').get() !== undefined,
  );
  return [
    clockFinding(now, 'value' in newest ? newest.value : 0),
    schema,
    ...('value' in inhabited ? [setUpFinding(inhabited.value)] : []),
  ];
}

/** A file of changes that are not in the database itself yet. It is used again and again, and never shrinks by itself. */
function walFinding(file: string): Finding {
  const size = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  if (size === 0) return ok('changes', 'all are in the database itself');
  if (size < 100e6) return ok('changes', `${sizeInWords(size)} in ${file}-wal`);
  return look(
    'changes',
    `${sizeInWords(size)} in ${file}-wal. Something has kept the database open for long; starting Guildhall anew tidies up.`,
  );
}

/** An answer; or, of a database that is damaged or another one's, why there is none. */
function unlessBroken<T>(ask: () => T): { value: T } | { broken: string } {
  try {
    return { value: ask() };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(String((error as { code?: unknown }).code))) throw error;
    return { broken: (error as Error).message };
  }
}
