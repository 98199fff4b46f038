/** Every way to ask for an address, and the form that its owner would send there. */
import type { PageForm } from './forms.ts';
import { word } from './private-draft.ts';
import type { Answer, Question } from './visitor.ts';

export type Asked = Question & { says: string };

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The page, its head, its data, the data of this route alone; the form, and the form as a script posts it. */
export function waysToAsk(path: string, routeId: string, fields: [string, string][]): Asked[] {
  // As the router writes it: the start page's data has a name of its own.
  const asData = `${path === '/' ? '/_root' : path}.data`;
  const body = String(new URLSearchParams(fields));
  return [
    { says: 'GET', path },
    { says: 'HEAD', method: 'HEAD', path },
    { says: 'its data', path: asData },
    { says: 'its data alone', path: `${asData}?_routes=${encodeURIComponent(routeId)}` },
    { says: 'POST', method: 'POST', path, body, headers: form },
    { says: 'POST by script', method: 'POST', path: asData, body, headers: form },
  ];
}

/** A form as its owner sees it, with a stranger's words in it; without one, fields that such forms have. */
export function strangersForm(found: PageForm | undefined, email: string): [string, string][] {
  if (!found) return [...Object.entries(usual), ['person', email]];
  return found.fields.map(([name, value]) => {
    if (value !== '' && !word.test(value)) return [name, value];
    if (/^(person|who|owner|email)$/.test(name)) return [name, email];
    return [name, /day|time|zone|due|severity|kind|at$/i.test(name) ? value : 'A stranger wrote this'];
  });
}

const usual = {
  name: 'A stranger',
  title: 'A stranger wrote this',
  text: 'A stranger wrote this',
  heading: 'A stranger wrote this',
  statement: 'A stranger wrote this',
  markdown: 'A stranger wrote this',
  note: 'A stranger wrote this',
  version: '1',
  seen: '1',
  kind: 'incident',
  reach: 'everyone',
  part: 'participant',
  role: 'administrator',
  to: 'later',
};

/** What of an answer is always new: moments, and the request's own name. */
export const withoutMoments = ({ status, to, text }: Answer) =>
  `${status} ${to} ${text
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, '(request)')
    .replaceAll(/\b1[0-9]{12}\b/g, '(moment)')}`;
