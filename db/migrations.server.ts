import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const migrationsFolder = (name: 'sqlite' | 'postgres') => resolve('db/migrations', name);

/** The newest migration that this version knows. */
export function newestMigration(folder: string): { when: number; tag: string } {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number; tag: string }[];
  };
  return journal.entries.reduce((newest, entry) => (entry.when > newest.when ? entry : newest), {
    when: 0,
    tag: 'none',
  });
}

/** Throws when the newest migration a database has seen (epoch ms, 0 for none) is newer than any this version knows. */
export function refuseNewer(folder: string, applied: number): void {
  if (applied > newestMigration(folder).when) throw new NewerDatabase();
}

class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor() {
    super(
      'This database was written by a newer version of Guildhall. Start that version, or restore an older copy.',
    );
  }
}
