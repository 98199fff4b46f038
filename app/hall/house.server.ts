import { resolve } from 'node:path';

import type { ServerBuild } from '@remix-run/node';

import { offerSetUp } from '#app/accounts/set-up.server.ts';
import { moreForFiles } from '#app/belts/evidence-files.ts';
import { configuration } from '#app/configuration.server.ts';
import { listen } from '#app/http/listen.server.ts';
import { live } from '#app/http/live.server.ts';
import { log } from '#app/http/log.server.ts';
import { paths } from '#app/paths.ts';
import type { Respond } from '#app/http/respond.server.ts';
import { type ServeFile, staticFiles } from '#app/http/static-files.server.ts';
import { keepSchedule } from '#app/schedule.server.ts';
import { db } from '#db/database.server.ts';

import { answering } from './answering.server.ts';
import { openDemo } from './demo/open.server.ts';
import { makeDemo } from './demo/seed.server.ts';

/**
 * Migrates, listens, and says where to go. Resolves with a way to close: open requests finish, then the database
 * closes. Refuses by throwing, in words meant for the terminal. Development brings answers of its own; `demo`, which is
 * told how far it is, makes this process one that shows the demo.
 */
export async function openHouse(
  build: ServerBuild,
  answers: { respond: Respond; serveFile: ServeFile } = {
    respond: answering(build, configuration.origin),
    serveFile: staticFiles(resolve('build/client')),
  },
  { demo }: { demo?: (line: string) => void } = {},
): Promise<{ origin: string; setUpLink: string | null; close(): Promise<void> }> {
  await db.migrate();
  if (demo) {
    await makeDemo(Date.now(), demo);
    openDemo();
  }
  const token = await offerSetUp(Date.now());
  const { stop } = await listen(answers.respond, configuration, answers.serveFile, moreForFiles);
  log('info', 'listening', { origin: configuration.origin, engine: db.engine });
  const schedule = keepSchedule();
  return {
    origin: configuration.origin,
    setUpLink: token && configuration.origin + paths.setUp(token),
    async close() {
      live.close();
      await Promise.all([stop(), schedule.stop()]);
      await db.close();
    },
  };
}
