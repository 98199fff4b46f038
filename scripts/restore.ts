/** restore [--even-if-newer] FILE: a copy takes the database's place, with its files; what was there is kept. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfiguration } from '../app/configuration.ts';
import { faultOfCopying } from '../db/backup-faults.ts';
import type { Newer } from '../db/backup-newer.server.ts';
import { howToUndump } from '../db/backup-postgres.ts';
import { restore } from '../db/backup-restore.server.ts';
import { engineOf, fileOf } from '../db/engine.ts';
import { filesBeside, filesFolder } from '../db/files-folder.ts';

const usage = `Usage: npm run restore -- [--even-if-newer] FILE
  FILE             the copy that takes the database's place; stop Guildhall first
  --even-if-newer  also when the database knows of changes the copy does not have`;

/** Exit codes: 0 it is restored, 1 something is wrong, 2 the command was not understood, or is not for this database. */
function given() {
  try {
    const options = { 'even-if-newer': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (positionals.length === 1)
      return { copy: resolve(positionals[0]!), evenIfNewer: values['even-if-newer'] === true };
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(usage);
  process.exit(2);
}

const { copy, evenIfNewer } = given();
let database = '';
try {
  const { databaseUrl } = readConfiguration(process.env);
  if (engineOf(databaseUrl) === 'postgresql') {
    console.error(howToUndump(databaseUrl, copy, filesFolder()));
    process.exit(2);
  }
  database = resolve(fileOf(databaseUrl));
  const done = restore(copy, database, { evenIfNewer, now: Date.now(), folder: filesFolder() });
  if ('refused' in done) {
    console.error(refusal(done));
    process.exitCode = 1;
  } else {
    console.log(`${database} is ${copy} now: ${(done.bytes / 1e6).toFixed(1)} MB, checked.`);
    if (done.kept) console.log(`What was there before is kept in ${done.kept}`);
    const { count, missing } = done.files;
    if (count > 0) console.log(`Its ${count} files are in ${filesFolder()}, checked.`);
    if (done.kept) console.log('Files that only what was there before knows are left for a month.');
    if (missing > 0)
      console.error(
        `But ${missing} of its files are neither there nor in ${filesBeside(copy)}, which belongs to the copy.`,
      );
    console.log('Sign-ins and links are again as they were then. Start Guildhall: npm start');
    if (done.orphans > 0)
      console.error(`But ${done.orphans} rows of it refer to rows that are not there: npm run doctor`);
  }
} catch (error) {
  console.error(faultOfCopying(error, database, database));
  process.exitCode = 1;
}

function refusal(no: Extract<ReturnType<typeof restore>, { refused: string }>): string {
  switch (no.refused) {
    case 'no-copy':
      return `There is no file ${copy}.`;
    case 'itself':
      return `${copy} is the database itself. Name the copy that is to take its place.`;
    case 'not-ours':
      return `${copy} is an SQLite database, but not one of Guildhall's.`;
    case 'damaged':
      return `${copy} is not a healthy SQLite database (${no.damage}). Nothing was changed; try an older copy.`;
    case 'newer-version':
      return `${copy} was written by a newer version of Guildhall. Install that version first, or take an older copy.`;
    case 'in-use':
      return `${database} is in use. Stop Guildhall, and whatever else has it open, and try again.`;
    case 'newer':
      return newerInWords(no.newer);
  }
}

function newerInWords({ tables, at }: Newer): string {
  const last =
    at === null ? '' : `, the last of ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const where = tables.map((name) => name.replaceAll('_', ' ')).join(', ');
  return `${database} knows of changes that ${copy} does not have${last} (${where}).
To go back to the copy all the same, add --even-if-newer; what is there now is kept beside it.`;
}
