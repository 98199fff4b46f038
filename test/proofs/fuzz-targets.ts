/** What is fuzzed: every form somebody sees, every address with a parameter or a query. */
import { readFileSync } from 'node:fs';

import fc from 'fast-check';

import { places } from '../house/floor-plan.ts';
import type { Crawled } from './crawl.ts';
import { asQuery, encoded, encodings, type Fields, percent } from './encoding.ts';
import type { PageForm } from './forms.ts';
import { hostileFile, hostileText, type Sent } from './hostile.ts';
import { routeOf } from './route-of.ts';
import type { Question } from './visitor.ts';
import { wireQuestions } from './wire.ts';

export type Target = { called: string; route: string; runs: number; questions: fc.Arbitrary<Question> };

/** An address of a route, its parameters as they were or as nobody would write them. */
function addresses(path: string): fc.Arbitrary<string> {
  const route = routeOf(path).split('/');
  const bare = path.split('?')[0]!;
  const movable = route.flatMap((part, at) => (/^[:*]/.test(part) ? [at] : []));
  if (movable.length === 0) return fc.constant(bare);
  const moved = fc.tuple(fc.constantFrom(...movable), hostileText).map(([at, text]) =>
    bare
      .split('/')
      .with(at, percent(text.slice(0, 2000)))
      .join('/'),
  );
  return fc.oneof({ weight: 5, arbitrary: fc.constant(bare) }, { weight: 1, arbitrary: moved });
}

const posted = (path: string, asData: boolean) => (asData ? `${path}.data` : path);

/** A form with some of its fields left alone, others changed, missing, repeated, or files. */
function filledIn({ fields, files }: Pick<PageForm, 'fields' | 'files'>): fc.Arbitrary<Fields> {
  const each = [...fields, ...files.map((name) => [name, ''] as const)].map(([name, value]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<Fields>([[name, value]]) },
      { weight: 6, arbitrary: hostileText.map((text): Fields => [[name, text]]) },
      { weight: 1, arbitrary: fc.constant<Fields>([]) },
      {
        weight: 1,
        arbitrary: fc
          .array(hostileText, { maxLength: 3 })
          .map((all) => all.map((one): [string, Sent] => [name, one])),
      },
      { weight: files.includes(name) ? 9 : 1, arbitrary: hostileFile.map((file): Fields => [[name, file]]) },
    ),
  );
  const extra = fc.constantFrom<Fields>([], [], [], [['__proto__', 'x']], [['constructor', 'x']], [['', '']]);
  return fc.tuple(...each, extra).map((all) => all.flat());
}

const formTarget = (form: PageForm, runs: number): Target => ({
  called: `${form.method} form to ${routeOf(form.path)} (${form.fields.length + form.files.length} fields)`,
  route: routeOf(form.path),
  runs,
  questions: fc
    .record({
      address: addresses(form.path),
      fields: filledIn(form),
      encoding: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('urlencoded', 'multipart') },
        fc.constantFrom(...encodings),
      ),
      asData: fc.boolean(),
    })
    .map(({ address, fields, encoding, asData }): Question => {
      if (form.method === 'GET')
        return { path: `${posted(address, asData)}?${asQuery(fields).slice(0, 8000)}` };
      const { body, type } = encoded(fields, encoding);
      return {
        method: 'POST',
        path: posted(address, asData),
        body,
        headers: type === null ? {} : { 'Content-Type': type },
      };
    }),
});

const queryNames = (file: string) =>
  [...readFileSync(`app/${file}`, 'utf8').matchAll(/searchParams\.\w+\('(\w+)'\)/g)].map(([, name]) => name!);

/** Each route by its address, with whatever its query may hold; and the same address posted to with any fields at all. */
function routeTargets(crawled: Crawled, runs: number): Target[] {
  return places.flatMap(({ path: route, file }): Target[] => {
    const met = crawled.addresses.get(route);
    const path = met?.path ?? route.replaceAll(/:\w+/g, '0123456789abcdef').replace('*', 'no/such/page');
    const names = [...new Set([...(met?.query ?? []), ...queryNames(file), '_routes', 'index'])];
    const query = fc
      .array(fc.tuple(fc.constantFrom(...names), hostileText), { maxLength: 4 })
      .map((fields) => asQuery(fields).slice(0, 8000));
    const asked = fc
      .tuple(
        addresses(path),
        query,
        fc.boolean(),
        fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'),
      )
      .map(([address, words, asData, method]): Question => ({
        method,
        path: `${posted(address, asData)}?${words}`,
      }));
    const known = ['name', 'title', 'note', 'entry', 'person', 'role', 'version', 'markdown', 'undo', 'to'];
    const bare = formTarget(
      { method: 'POST', path, fields: known.map((name) => [name, '']), files: [] },
      runs,
    );
    return [
      { called: `address ${route}`, route, runs, questions: asked },
      { ...bare, called: `POST to ${route}` },
    ];
  });
}

/** What changes what else can be asked comes last. */
const later =
  /(publication|review|return|reopening|dropping|removal|archival|deactivation|verification|completion|reach|:role|:personId|sessions|sign-out)$/;

/** All of it for one person, in an order that leaves them as much to do as long as can be. */
export function targetsOf(crawled: Crawled, cookies: Map<string, string>): Target[] {
  const forms = [...crawled.forms.values()].map((form) => formTarget(form, 20));
  const wire: Target = {
    called: 'cookies, headers, methods and damaged addresses',
    route: '/zz',
    runs: 250,
    questions: wireQuestions(
      [...crawled.addresses.values()].map(({ path }) => path),
      cookies,
    ),
  };
  const all = [...forms, ...routeTargets(crawled, 4), wire];
  return all.sort(
    (a, b) =>
      Number(later.test(a.route)) - Number(later.test(b.route)) ||
      a.route.localeCompare(b.route, 'en') ||
      a.called.localeCompare(b.called, 'en'),
  );
}
