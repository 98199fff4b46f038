import { places } from '../house/floor-plan.ts';

const asPattern = (path: string) =>
  new RegExp(`^${path.replace(/\/\*$/, '/.*').replaceAll(/:\w+/g, '[^/]+')}$`);

/** Those with the fewest parameters first: "/postmortems/new" is not the postmortem called "new". */
const patterns = places
  .map(({ path }) => ({ path, pattern: asPattern(path), movable: (path.match(/[:*]/g) ?? []).length }))
  .sort((a, b) => Number(a.path.includes('*')) - Number(b.path.includes('*')) || a.movable - b.movable);

/** The route that a path leads to, as the floor plan writes it: "/people/:id". */
export const routeOf = (path: string): string =>
  patterns.find(({ pattern }) => pattern.test(path.split('?')[0]!))?.path ?? '/*';
