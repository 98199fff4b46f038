/** What SQLite is asked, and how it would go about it. Import it by `vi.hoisted`, so that it listens from the first. */
import Sqlite from 'better-sqlite3';

const { prototype } = Sqlite;
const prepare = prototype.prepare;
/** Every query there was. */
export const heard = new Set<string>();
prototype.prepare = function (this: Sqlite.Database, source: string) {
  heard.add(source);
  return prepare.call(this, source);
} as typeof prepare;

/** The steps by which a database would answer a query, whatever its values. */
export function planOf(file: Sqlite.Database, query: string): string[] {
  const marks = Array.from({ length: query.split('?').length - 1 }, () => null);
  const steps = file.prepare(`explain query plan ${query}`).all(...marks) as { detail: string }[];
  return steps.map(({ detail }) => detail);
}
