import type { RouteConfigEntry } from '@remix-run/route-config';

import plan from '#app/routes.ts';

export type Place = { path: string; file: string };

const placesIn = (entries: RouteConfigEntry[], above: string): Place[] =>
  entries.flatMap(({ path, file, children }) => {
    const here = [above, path].filter(Boolean).join('/');
    return [{ path: `/${here}`, file }, ...placesIn(children ?? [], here)];
  });

/** Every route of app/routes.ts, with its whole path. */
export const places = placesIn(plan, '');
