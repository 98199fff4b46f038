/** Addresses of routes, with the ids of what somebody has met. */
import type { Crawled } from './crawl.ts';

type Met = Crawled['addresses'];

/**
 * An address of a route ("/nominations/:id/vote"), made of that of the longest beginning of it that was met. Null where one
 * of its parameters was met nowhere.
 */
export function addressLike(route: string, met: Met): string | null {
  const parts = route.split('/');
  for (let upTo = parts.length; upTo > 0; upTo -= 1) {
    const known = metAt(parts.slice(0, upTo).join('/'), met);
    const rest = parts.slice(upTo);
    if (known && !rest.some((part) => /^[:*]/.test(part))) return [known, ...rest].join('/');
  }
  return parts.some((part) => /^[:*]/.test(part)) ? null : route;
}

/** The beginning of an address that was met, as long as this beginning of a route. */
function metAt(beginning: string, met: Met): string | null {
  const length = beginning.split('/').length;
  if (!beginning.includes(':')) return null;
  for (const [route, { path }] of met)
    if (route === beginning || route.startsWith(`${beginning}/`))
      return path.split('/').slice(0, length).join('/');
  return null;
}
