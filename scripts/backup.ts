/** backup FILE: a copy of the database and its files as they are now, while Guildhall goes on. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfiguration } from '../app/configuration.ts';
import { backUp } from '../db/backup.server.ts';
import { faultOfCopying } from '../db/backup-faults.ts';
import { howToDump } from '../db/backup-postgres.ts';
import { sizeInWords } from '../db/care/finding.ts';
import { engineOf, fileOf } from '../db/engine.ts';
import { filesBeside, filesFolder } from '../db/files-folder.ts';

const usage = `Usage: npm run backup -- FILE
  FILE  what is to be made: a copy of the database, in one file that is not there yet; files of evidence, where there
        are any, come into a folder beside it (guild.db: guild.files)`;

/** Exit codes: 0 the copy is made, 1 something is wrong, 2 the command was not understood, or is not for this database. */
function given(): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} });
    if (positionals.length === 1) return resolve(positionals[0]!);
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(usage);
  process.exit(2);
}

const refusals = {
  'no-database': (database: string) =>
    `There is no database at ${database}. Is DATABASE_URL the one Guildhall runs with?`,
  exists: (which: string) => `${which} is there already, and a copy overwrites nothing. Choose another name.`,
};

const copy = given();
let database = '';
try {
  const { databaseUrl } = readConfiguration(process.env);
  if (engineOf(databaseUrl) === 'postgresql') {
    console.error(howToDump(databaseUrl, copy, filesFolder()));
    process.exit(2);
  }
  database = resolve(fileOf(databaseUrl));
  const made = backUp(database, copy, filesFolder());
  if ('refused' in made) {
    console.error(made.refused === 'exists' ? refusals.exists(made.which) : refusals[made.refused](database));
    process.exitCode = 1;
  } else {
    const size = `${(made.bytes / 1e6).toFixed(1)} MB in ${(made.ms / 1000).toFixed(1)} s`;
    console.log(
      `Copied ${database} to ${copy}: ${size}, checked. It holds every private word: keep it safe.`,
    );
    const { count, bytes, missing } = made.files;
    if (count > 0)
      console.log(
        `With it ${filesBeside(copy)}: ${count} files, ${sizeInWords(bytes)}, checked. They belong together.`,
      );
    if (missing > 0) {
      console.error(`But ${missing} files are missing there, or not what they were: npm run doctor`);
      process.exitCode = 1;
    }
    if (made.orphans > 0) {
      console.error(
        `But ${made.orphans} rows refer to rows that are not there, as in the database: npm run doctor`,
      );
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(faultOfCopying(error, database, copy));
  process.exitCode = 1;
}
