/**
 * Whether a request that changes something comes from another site. Browsers send Origin with every such request;
 * one without it must at least say that it is same-origin. Exact comparison: a sibling subdomain is another site. Their
 * question whether they may (OPTIONS) is no exception: Remix would take it for a forged form, and fail.
 */
export function isCrossSite(method: string, headers: Headers, origin: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const from = headers.get('Origin');
  if (from !== null) return from !== origin;
  return headers.get('Sec-Fetch-Site') !== 'same-origin';
}
