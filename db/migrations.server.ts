import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const migrationsFolder = (name: 'sqlite' | 'postgres') => resolve('db/migrations', name);

/** Throws when the newest migration a database has seen (epoch ms, 0 for none) is newer than any this version knows. */
export function refuseNewer(folder: string, applied: number): void {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  const newest = Math.max(0, ...journal.entries.map((entry) => entry.when));
  if (applied > newest) throw new NewerDatabase();
}

class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor() {
    super(
      'This database was written by a newer version of Guildhall. Start that version, or restore an older copy.',
    );
  }
}
