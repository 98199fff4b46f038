const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Where a page really lives, when somebody on this machine asks for it under another of the machine's own names
 * ("localhost" for 127.0.0.1): its forms would be refused there. Null when they are in the right place.
 */
export function rightName(method: string, url: string, host: string | null, origin: string): string | null {
  const here = new URL(origin).host;
  if (method !== 'GET' || host === null || host === here || !own.test(host) || !own.test(here)) return null;
  const { pathname, search } = new URL(url);
  return origin + pathname + search;
}
