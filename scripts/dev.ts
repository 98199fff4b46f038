/** Guildhall for whoever works on it: every request is answered by the sources as they are now. */
import { resolve } from 'node:path';

import { createServer } from 'vite';

import { readConfiguration } from '../app/configuration.ts';
import { faultOf } from '../db/faults.ts';
import { closeOnSignal } from './close-on-signal.ts';

try {
  const { origin, databaseUrl } = readConfiguration(process.env);
  process.env.DATABASE_URL = databaseUrl;
  process.env.NODE_ENV = 'development';
  const vite = await createServer({ server: { middlewareMode: true } });
  const load = (name: string) => vite.ssrLoadModule(name);
  const { openHouse } = await load(resolve('app/entry.server.tsx'));

  const house = await openHouse(await load('virtual:remix/server-build'), {
    async respond(request: Request, address: string) {
      const { answering } = await load(resolve('app/hall/answering.server.ts'));
      const respond = answering(await load('virtual:remix/server-build'), origin, 'development');
      const response: Response = await respond(request, address);
      // What reloads the page while it is worked on is inline, from Vite; the shipped app has no such thing.
      response.headers.delete('Content-Security-Policy');
      return response;
    },
    serveFile: (req: Parameters<typeof vite.middlewares>[0], res: Parameters<typeof vite.middlewares>[1]) =>
      new Promise<boolean>((answered, failed) => {
        res.once('finish', () => answered(true));
        vite.middlewares(req, res, (error?: unknown) => (error ? failed(error as Error) : answered(false)));
      }),
  });
  console.error(`\n  Guildhall is open for work at ${house.origin}\n`);
  if (house.setUpLink) console.error(`  Set it up: ${house.setUpLink}\n`);
  closeOnSignal(() => Promise.all([house.close(), vite.close()]));
} catch (error) {
  console.error(faultOf(error));
  process.exit(1);
}
