import type { ServerBuild } from '@remix-run/node';

import { type Respond, respondWith } from '#app/http/respond.server.ts';
import { sectionedHandler } from '#app/http/sections.server.ts';

import { isNameless } from '#app/office-hours/nameless.ts';

import { keptPages } from './kept-pages.server.ts';

/** The whole app as one function from a request to its answer. */
export const answering = (
  build: ServerBuild,
  origin: string,
  mode: 'production' | 'development' = 'production',
): Respond => {
  const handle = sectionedHandler(build, mode);
  // While a page is being written, what it is made from changes without a word in the database.
  return respondWith(mode === 'production' ? keptPages(handle) : handle, origin, isNameless);
};
