import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/**
 * Remix's request handler, in sections. Several times in every request, Remix flattens, ranks and compiles the patterns
 * of all routes there are, so that a request grows dearer with every page that is added to the app. A route can answer
 * only when its first segment is the request's or may be anything: here each first segment has a handler of its own
 * that knows these routes alone. It matches and ranks as the whole does, and answers the same.
 */
export function sectionedHandler(build: ServerBuild, mode: 'production' | 'development'): RequestHandler {
  const whole = createRequestHandler(build, mode);
  const firsts = new Map(Object.keys(build.routes).map((id) => [id, firstOf(build.routes, id)]));
  const known = new Set([...firsts.values()].filter(isFixed));
  const sections = new Map<string, RequestHandler>();

  function section(first: string): RequestHandler {
    const made = sections.get(first);
    if (made) return made;
    const handler = createRequestHandler(
      narrowed(build, (id) => mayAnswer(firsts.get(id)!, first)),
      mode,
    );
    sections.set(first, handler);
    return handler;
  }

  return (request, context) => {
    const { pathname, search } = new URL(request.url);
    const first = firstSegment(pathname);
    // `_data` names a route, wherever that one lies.
    const handle = known.has(first) && !search.includes('_data') ? section(first) : whole;
    return handle(request, context);
  };
}

/** The first segment of a route's whole path, in lower case as Remix compares them; empty for the start page. */
function firstOf(routes: Routes, id: string): string {
  const { parentId, path = '' } = routes[id]!;
  const above = parentId === undefined ? '' : firstOf(routes, parentId);
  return above || (path.split('/').find(Boolean) ?? '').toLowerCase();
}

/** Whether a segment stands for itself alone: neither a parameter, nor the rest, nor one that may be left out. */
const isFixed = (segment: string) => segment !== '' && !/^[:*]|\?$/.test(segment);

/** The start page is among the answers to every request: Remix tells the browser of it on every page. */
const mayAnswer = (first: string, asked: string) => first === asked || !isFixed(first);

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
