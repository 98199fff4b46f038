import type { Page } from 'playwright-core';

import { routeOf } from '#test/proofs/route-of.ts';

/** So many pages of one kind are looked through for links that lead further. */
const LOOKED_THROUGH = 4;

/**
 * Where links lead from the start page, in one click after the other: an address for each route of the floor plan that
 * somebody gets to, the first they meet.
 */
export async function foundPages(page: Page): Promise<Map<string, string>> {
  const { request } = page.context();
  const found = new Map<string, string>();
  const met = new Map<string, number>();
  const seen = new Set(['/']);
  for (const path of seen) {
    const route = routeOf(path);
    const often = met.get(route) ?? 0;
    if (often >= LOOKED_THROUGH) continue;
    met.set(route, often + 1);
    const answer = await request.get(path);
    if (answer.status() !== 200 || !answer.headers()['content-type']?.startsWith('text/html')) continue;
    if (!found.has(route)) found.set(route, path);
    for (const [, href] of (await answer.text()).matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g))
      seen.add(href!.replaceAll('&amp;', '&'));
  }
  return found;
}
