import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/**
 * Remix's request handler, in sections. Several times in every request, Remix flattens, ranks and compiles the patterns
 * of all routes there are, so that a request grows dearer with every page that is added to the app. A route can answer
 * only when its first segment is the request's or may be anything, and when it is as long as the request (pages tell
 * the browser of shorter ones, too, along the way to them) or of any length: here each first segment and length has a
 * handler of its own that knows these routes alone. It matches and ranks as the whole does, and answers the same.
 */
export function sectionedHandler(build: ServerBuild, mode: 'production' | 'development'): RequestHandler {
  const whole = createRequestHandler(build, mode);
  const patterns = new Map(Object.keys(build.routes).map((id) => [id, segmentsOf(build.routes, id)]));
  const known = new Set([...patterns.values()].map(([first = '']) => first).filter(isFixed));
  const longest = Math.max(...[...patterns.values()].map((pattern) => pattern.length));
  const sections = new Map<string, RequestHandler>();

  function section(first: string, length: number): RequestHandler {
    const key = `${first}/${length}`;
    const made = sections.get(key);
    if (made) return made;
    const handler = createRequestHandler(
      narrowed(build, (id) => mayAnswer(patterns.get(id)!, first, length)),
      mode,
    );
    sections.set(key, handler);
    return handler;
  }

  return (request, context) => {
    const { pathname, search } = new URL(request.url);
    const first = firstSegment(pathname);
    const length = Math.min(pathname.split('/').filter(Boolean).length, longest + 1);
    // `_data` names a route, wherever that one lies.
    const handle = known.has(first) && !search.includes('_data') ? section(first, length) : whole;
    return handle(request, context);
  };
}

/** The segments of a route's whole path, in lower case as Remix compares them; none for the start page. */
function segmentsOf(routes: Routes, id: string): string[] {
  const { parentId, path = '' } = routes[id]!;
  const above = parentId === undefined ? [] : segmentsOf(routes, parentId);
  return [...above, ...path.toLowerCase().split('/').filter(Boolean)];
}

/** Whether a segment stands for itself alone: neither a parameter, nor the rest, nor one that may be left out. */
const isFixed = (segment: string) => segment !== '' && !/^[:*]|\?$/.test(segment);

/** The start page is among the answers to every request: Remix tells the browser of it on every page. */
const mayAnswer = (pattern: string[], first: string, length: number) => {
  const [start = ''] = pattern;
  const isOfAnyLength = pattern.some((segment) => segment === '*' || segment.endsWith('?'));
  return !isFixed(start) || (start === first && (isOfAnyLength || pattern.length <= length));
};

function narrowed(build: ServerBuild, keep: (id: string) => boolean): ServerBuild {
  const kept = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => keep(id)));
  return {
    ...build,
    routes: kept(build.routes),
    assets: { ...build.assets, routes: kept(build.assets.routes) },
  };
}

/** Of "/people/1" and of "/people.data" (the data of that page alone) "people"; of what cannot be read, nothing. */
function firstSegment(pathname: string): string {
  const [, written = ''] = /^\/([^/]*?)(?:\.data)?(?:\/|$)/.exec(pathname) ?? [];
  try {
    return decodeURIComponent(written).toLowerCase();
  } catch {
    return '';
  }
}
