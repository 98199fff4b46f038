/** Starts Guildhall: configuration, build, database, server. Ends cleanly on SIGTERM and SIGINT. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { channelLeftOver, readConfiguration } from '../app/configuration.ts';
import { faultOf } from '../db/faults.ts';
import { buildIfStale } from './build.ts';
import { closeOnSignal } from './close-on-signal.ts';

try {
  process.env.NODE_ENV ??= 'production';
  const { databaseUrl } = readConfiguration(process.env);
  process.env.DATABASE_URL = databaseUrl;
  buildIfStale();
  const build = await import(pathToFileURL(resolve('build/server/index.js')).href);
  const house = await build.entry.module.openHouse(build);

  console.error(`\n  Guildhall is open at ${house.origin}\n`);
  if (house.setUpLink) {
    console.error(
      `  Nobody lives here yet. Set it up with this link (it works once, for a day):\n\n  ${house.setUpLink}\n`,
    );
  }
  const leftOver = channelLeftOver(process.env);
  if (leftOver) console.error(`  ${leftOver}\n`);
  closeOnSignal(() => house.close());
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}
