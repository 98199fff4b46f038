/** demo [--fresh] [--file FILE]: Guildhall with a company in it to look around in, in a database of its own. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { readConfiguration } from '../app/configuration.ts';
import { faultOf } from '../db/faults.ts';
import { filesBeside } from '../db/files-folder.ts';
import { buildIfStale } from './build.ts';
import { closeOnSignal } from './close-on-signal.ts';

const usage = `Usage: npm run demo -- [--fresh] [--file FILE]
  --fresh      throw away what was changed, and make the demo anew as of today
  --file FILE  where it is kept (data/demo.db); its name ends in demo.db`;

/** Exit codes: 1 it could not start, 2 the command was not understood. */
function given() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        file: { type: 'string', default: 'data/demo.db' },
      },
    });
    // So that a slip of the hand never throws away what is not the demo's.
    if (!values.file.endsWith('demo.db')) throw new Error('The name of the file has to end in demo.db.');
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const { fresh, file } = given();

try {
  // Whatever the environment says of a database, the demo keeps away from it.
  process.env.DATABASE_URL = `file:${resolve(file)}`;
  process.env.FILES_DIR = filesBeside(resolve(file));
  process.env.NODE_ENV = 'production';
  readConfiguration(process.env);
  buildIfStale();
  if (fresh) {
    for (const end of ['', '-wal', '-shm']) rmSync(resolve(file) + end, { force: true });
    rmSync(filesBeside(resolve(file)), { recursive: true, force: true });
  }
  const build = await import(pathToFileURL(resolve('build/server/index.js')).href);
  const house = await build.entry.module.openHouse(build, undefined, {
    demo: (line: string) => console.error(line),
  });
  closeOnSignal(() => house.close());

  console.error(`\n  The demo is open at ${house.origin}/demo\n`);
  console.error('  Choose there who to be. What you change is kept; npm run demo -- --fresh begins anew.\n');
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}
