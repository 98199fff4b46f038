/** What a browser would send for a form as it stands on a page. */
const words: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => words[entity]!);
export const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};
const has = (tag: string, name: string) => new RegExp(`\\s${name}=""`).test(tag);

/** Names and values of the fields in some HTML, in their order; buttons left out, what is not ticked too. */
export function fieldsIn(html: string): [string, string][] {
  const fields: [string, string][] = [];
  const controls =
    /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [tag, area, text, select, options] of html.matchAll(controls)) {
    const name = attribute(area ?? select ?? tag, 'name');
    if (name === undefined || has(area ?? select ?? tag, 'disabled')) continue;
    if (area !== undefined) fields.push([name, plain(text!).replace(/^\n/, '').replaceAll('\n', '\r\n')]);
    else if (select !== undefined) {
      const all = [...options!.matchAll(/<option\b([^>]*)>/g)].map(([option]) => option);
      const chosen = all.find((option) => has(option, 'selected')) ?? all[0];
      if (chosen) fields.push([name, attribute(chosen, 'value') ?? '']);
    } else {
      const kind = attribute(tag, 'type');
      if ((kind === 'checkbox' || kind === 'radio') && !has(tag, 'checked')) continue;
      const value = attribute(tag, 'value') ?? '';
      if (kind !== 'file')
        fields.push([name, kind === 'hidden' ? value.replaceAll('\n', '\r\n') : value.replaceAll('\n', '')]);
    }
  }
  return fields;
}

/** The fields of the form on a page that posts to this path. */
export function formTo(path: string, page: string): [string, string][] {
  const forms = [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, tag]) => attribute(tag!, 'action') === path);
  if (!form)
    throw new Error(
      `The page has no form to ${path}, only to ${forms.map(([, tag]) => attribute(tag!, 'action')).join(', ')}`,
    );
  return fieldsIn(form[2]!);
}
