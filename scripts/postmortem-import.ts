/** postmortem:import [--dry-run] [--json] [--as EMAIL] FILE... */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { ConfigurationFault, readConfiguration } from '../app/configuration.ts';
import { readingAsJson } from '../app/postmortems/import/as-json.ts';
import { faultOfReading, type FromDisk, readFromDisk } from '../app/postmortems/import-files.server.ts';
import { faultOf } from '../db/faults.ts';

const usage = `Usage: npm run postmortem:import -- [--dry-run] [--json] [--as EMAIL] FILE...
  --dry-run  read and tell, save nothing
  --json     one JSON object a line and file
  --as       whose drafts they become (default: the first administrator)`;

/** Exit codes: 0 all is well, 1 some file or the database refused, 2 the command was not understood. */
function given() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, as: { type: 'string' } },
    });
    if (positionals.length > 0) return { ...values, files: positionals };
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(usage);
  process.exit(2);
}

const { files, json, as, 'dry-run': dryRun } = given();

try {
  const { uploadBytes, databaseUrl } = readConfiguration(process.env);
  const read: FromDisk[] = [];
  for (const file of files) {
    const found = readFromDisk(file, uploadBytes);
    const refused = 'refused' in found ? found.refused : faultOfReading(found.reading);
    if (refused !== null) {
      console.error(`${file}: ${refused}`);
      process.exitCode = 1;
    }
    // A dry run shows what was read all the same.
    if (!('refused' in found) && (dryRun || refused === null)) read.push(found);
  }
  if (!dryRun && read.length > 0) {
    process.env.DATABASE_URL = databaseUrl;
    const { keepFromDisk } = await import('../app/postmortems/keep-from-disk.server.ts');
    await keepFromDisk(read, as, Date.now());
  }
  for (const { file, reading } of read) {
    if (json) console.log(JSON.stringify(readingAsJson(file, reading)));
    else console.log(inWords(file, reading));
  }
} catch (error) {
  console.error(error instanceof ConfigurationFault ? error.message : faultOf(error));
  process.exitCode = 1;
}

function inWords(file: string, { document, unplaced, warnings }: FromDisk['reading']): string {
  const parts = [
    `${document.timeline.length} timeline entries`,
    `${document.actions.length} action items`,
    `${document.sections.length} sections`,
  ];
  const unplacedLines = unplaced.split('\n').filter((line) => line.trim() !== '').length;
  if (unplacedLines > 0) parts.push(`${unplacedLines} lines unplaced`);
  const head = `${dryRun ? 'would import' : 'imported'} ${basename(file)}: “${document.title}”, ${parts.join(', ')}`;
  return [head, ...warnings.map((warning) => `  ${warning}`)].join('\n');
}
