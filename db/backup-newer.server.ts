/** What one database knows that another does not, told by the moments its rows carry. */
import type Sqlite from 'better-sqlite3';

/** Sign-ins and links: they let people in, and are nothing that anybody wrote. */
const doors = ['sessions', 'known_devices', 'tokens'];

/** The newest moment in every column that holds moments (`at`, `changed_at` and so on), by its table and name. */
export function momentsIn(connection: Sqlite.Database): Map<string, number> {
  const columns = connection
    .prepare(
      `select t.name as "table", c.name as "column" from pragma_table_list t, pragma_table_info(t.name) c
       where t.schema = 'main' and t.type = 'table' and lower(c.type) = 'integer'
         and (c.name = 'at' or c.name like '%\\_at' escape '\\')
         and t.name not like '\\_\\_%' escape '\\'`,
    )
    .all() as { table: string; column: string }[];
  const newest = (table: string, column: string) =>
    Number(connection.prepare(`select max("${column}") from "${table}"`).pluck().get() ?? 0);
  return new Map(
    columns
      .filter(({ table }) => !doors.includes(table))
      .map(({ table, column }) => [`${table}.${column}`, newest(table, column)]),
  );
}

/** What is newer in one than in another: in which tables, and when it was (null when that is still to come). */
export type Newer = { tables: string[]; at: number | null };

/**
 * Column by column, since a date in the future (a link's end, an item's due date) must not hide what was written
 * yesterday. Null when nothing is newer. What was deleted leaves no moment, so that it does not count.
 */
export function newerIn(here: Map<string, number>, there: Map<string, number>, now: number): Newer | null {
  const newer = [...here].filter(([column, at]) => at > (there.get(column) ?? 0));
  if (newer.length === 0) return null;
  const past = newer.map(([, at]) => at).filter((at) => at <= now);
  const tables = newer.map(([column]) => column.split('.')[0]!);
  return { tables: [...new Set(tables)], at: past.length > 0 ? Math.max(...past) : null };
}
