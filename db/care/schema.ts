import { type Finding, look, ok, wrong } from './finding.ts';

/** Whether a database and this version fit each other. `applied`: its newest migration, epoch ms; 0 for none. */
export function schemaFinding(applied: number, newest: { when: number; tag: string }): Finding {
  if (applied === 0) return wrong('schema', 'This is no database of Guildhall’s. Is DATABASE_URL right?');
  if (applied > newest.when)
    return wrong(
      'schema',
      'A newer version of Guildhall has written this. Install that version, or restore an older copy.',
    );
  if (applied < newest.when)
    return look(
      'schema',
      `Older than this version. The next start brings it up to date (${newest.tag}); back up first.`,
    );
  return ok('schema', `up to date (${newest.tag})`);
}

/** Whether anybody lives here. */
export const setUpFinding = (inhabited: boolean): Finding =>
  inhabited
    ? ok('set-up', 'done')
    : look('set-up', 'Nobody lives here yet. Start Guildhall and open the link it prints.');
