/** What people:import and squads:import have in common. */
import { parseArgs } from 'node:util';

import { ConfigurationFault, readConfiguration } from '../app/configuration.ts';
import { faultOf } from '../db/faults.ts';

/** Exit codes: 0 all is well, 1 a row, the file or the database refused, 2 the command was not understood. */
export async function importTable(kind: 'people' | 'squads'): Promise<void> {
  const given = read();
  if (!given) {
    console.error(
      `Usage: npm run ${kind}:import -- FILE.csv [--dry-run]\n  --dry-run  tell what would change, save nothing`,
    );
    process.exitCode = 2;
    return;
  }
  try {
    process.env.DATABASE_URL = readConfiguration(process.env).databaseUrl;
    const { importFromDisk } = await import('../app/squads/import/command-line.server.ts');
    const done = await importFromDisk(kind, given.file, { dryRun: given.dryRun }, Date.now());
    if ('refused' in done) throw new Refused(`${given.file}: ${done.refused}`);
    for (const line of done.said) console.log(line);
    for (const fault of done.faults) console.error(`${given.file}, ${fault}`);
    if (done.faults.length > 0) process.exitCode = 1;
  } catch (error) {
    const spoken = error instanceof ConfigurationFault || error instanceof Refused;
    console.error(spoken ? error.message : faultOf(error));
    process.exitCode = 1;
  }
}

class Refused extends Error {}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    if (file !== undefined && others.length === 0) return { file, dryRun: values['dry-run'] === true };
  } catch (error) {
    console.error((error as Error).message);
  }
  return null;
}
