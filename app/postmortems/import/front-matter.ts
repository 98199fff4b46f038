/** What stands before the document proper: its raw lines and the plain values of its top level. */
export type FrontMatter = { raw: string; fields: Map<string, string>; language: 'yaml' | 'toml' };

/** Separates YAML (`---`) or TOML (`+++`) front matter from a document; without a closing mark or a single field there is none. */
export function splitFrontMatter(source: string): { front: FrontMatter | null; body: string } {
  const opening = /^\s{0,20}?(---|\+\+\+)[ \t]*\n/.exec(source);
  if (!opening) return { front: null, body: source };
  const mark = opening[1]!;
  const rest = source.slice(opening[0].length);
  const closing = new RegExp(`^${mark === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'm').exec(
    rest,
  );
  if (!closing) return { front: null, body: source };
  const raw = rest.slice(0, closing.index).replace(/\n$/, '');
  const fields = fieldsOf(raw, mark === '---' ? ':' : '=');
  if (fields.size === 0) return { front: null, body: source };
  const body = rest.slice(closing.index + closing[0].length).replace(/^\n/, '');
  return { front: { raw, fields, language: mark === '---' ? 'yaml' : 'toml' }, body };
}

function fieldsOf(raw: string, separator: ':' | '='): Map<string, string> {
  const fields = new Map<string, string>();
  let key: string | null = null;
  for (const line of raw.split('\n')) {
    const cut = line.indexOf(separator);
    const name = cut > 0 ? line.slice(0, cut).trimEnd() : '';
    if (/^[A-Za-z][\w-]{0,60}$/.test(name)) {
      key = name.toLowerCase();
      fields.set(key, unquote(line.slice(cut + 1).trim()));
    } else if (key && /^\s+[^\s-]/.test(line)) {
      fields.set(key, `${fields.get(key) ?? ''} ${unquote(line.trim())}`.trim());
    }
  }
  return fields;
}

function unquote(value: string): string {
  const quote = value[0];
  if ((quote !== '"' && quote !== "'") || value.length < 2 || !value.endsWith(quote)) return value;
  const inner = value.slice(1, -1);
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'");
}

/** Front matter as a block of code, to keep what no other part of a document has a place for. */
export function fenced({ raw, language }: FrontMatter): string {
  const longest = Math.max(2, ...[...raw.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${raw}\n${fence}`;
}
