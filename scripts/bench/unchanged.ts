import { setTimeout as pause } from 'node:timers/promises';

import type { Scenario } from './scenarios.ts';

const MINUTE = 60_000;

/** A page asked for again by a browser that holds it, within the minute in which it was made: later it is made anew. */
export function unchanged(page: Scenario): Scenario {
  let validator = '';
  return {
    name: 'unchanged',
    status: 304,
    async prepare(origin, cookie, seconds) {
      const left = MINUTE - (Date.now() % MINUTE);
      if (left < (seconds + 1) * 1000) await pause(left + 50);
      const { path, headers } = page.next(origin, cookie);
      const response = await fetch(origin + path, { headers });
      await response.arrayBuffer();
      validator = response.headers.get('ETag') ?? '';
    },
    next(origin, cookie) {
      const { headers, ...asked } = page.next(origin, cookie);
      return { ...asked, headers: { ...headers, 'If-None-Match': validator } };
    },
  };
}
