import { formsOn, linksOn, type PageForm } from './forms.ts';
import { routeOf } from './route-of.ts';
import type { Visitor } from './visitor.ts';

export type Crawled = {
  /** a form of each shape, by route and fields */
  forms: Map<string, PageForm>;
  /** an address of each route that was met, and the names in queries there */
  addresses: Map<string, { path: string; query: Set<string> }>;
};

/** how many addresses of one route are looked at: pages of one kind differ by state */
const OF_A_KIND = 4;

/**
 * Follows every link from these pages on, as this visitor, and collects the forms. Leaves alone what `avoid` speaks
 * of. What is posted to is met as well, though never asked for.
 */
export async function crawl(
  visitor: Pick<Visitor, 'visit'>,
  from: string[],
  avoid: RegExp,
  ofAKind = OF_A_KIND,
): Promise<Crawled> {
  const forms: Crawled['forms'] = new Map();
  const addresses: Crawled['addresses'] = new Map();
  const looked = new Map<string, number>();
  const seen = new Set(from);
  const meet = (path: string) => {
    const [bare, query] = path.split('?');
    const route = routeOf(path);
    const met = addresses.get(route) ?? { path: bare!, query: new Set() };
    for (const name of new URLSearchParams(query).keys()) met.query.add(name);
    addresses.set(route, met);
    return met;
  };
  for (const path of seen) {
    meet(path);
    const kind = routeOf(path) + (path.includes('?') ? '?' : '');
    const times = looked.get(kind) ?? 0;
    if (times >= ofAKind) continue;
    looked.set(kind, times + 1);
    const { status, to, text } = await visitor.visit(path);
    if (status >= 300 && status < 400 && to.startsWith('/') && !avoid.test(to)) seen.add(to.split('#')[0]!);
    for (const link of linksOn(text, path)) if (!avoid.test(link)) seen.add(link);
    for (const form of formsOn(text, path)) {
      if (avoid.test(form.path)) continue;
      const met = meet(form.path);
      const names = form.fields.map(([name]) => name.replaceAll(/\d+/g, '0'));
      if (form.method === 'GET') for (const name of names) met.query.add(name);
      const shape = `${form.method} ${routeOf(form.path)} ${[...new Set(names)].join(' ')}`;
      if (!forms.has(shape)) forms.set(shape, form);
    }
  }
  return { forms, addresses };
}
