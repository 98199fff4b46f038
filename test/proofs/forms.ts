import { attribute, fieldsIn } from '../postmortems/form-fields.ts';

export type PageForm = {
  method: 'GET' | 'POST';
  /** where it leads, with the query if there is one */
  path: string;
  /** what a browser would send, and what it would once every box is ticked and every button pressed */
  fields: [name: string, value: string][];
  /** names of the fields that take a file */
  files: string[];
};

const controls = /<(?:input|textarea|select|button)\b[^>]*>/g;

/** The forms of a page that stands at this path, in their order. */
export const formsOn = (html: string, at: string): PageForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag, inside]) => {
    const fields = fieldsIn(inside!);
    const files: string[] = [];
    for (const [control] of inside!.matchAll(controls)) {
      const name = attribute(control, 'name');
      if (name === undefined) continue;
      if (attribute(control, 'type') === 'file') files.push(name);
      else if (!fields.some(([known]) => known === name))
        fields.push([name, attribute(control, 'value') ?? '']);
    }
    const { pathname, search } = new URL(attribute(tag!, 'action') ?? '', `http://here${at}`);
    return {
      method: attribute(tag!, 'method') === 'post' ? 'POST' : 'GET',
      path: pathname + search,
      fields,
      files,
    };
  });

/** The paths of the same origin that a page links to, each once. */
export function linksOn(html: string, at: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*>/g)].map(([tag]) => attribute(tag, 'href') ?? '');
  const own = links.map((href) => URL.parse(href, `http://here${at}`)).filter((url) => url?.host === 'here');
  return [...new Set(own.map((url) => url!.pathname + url!.search))];
}
