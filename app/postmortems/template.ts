import { type Kind, kinds } from './postmortem.ts';

/** What a new postmortem starts from: sections in their order, each with words of help. */
export type Template = {
  slug: string;
  name: string;
  kind: Kind;
  about: string;
  order: number;
  sections: { key: string; heading: string; help: string }[];
};

/** Sections that every template has: the rules for publishing and the entries hang on them. */
const required = ['summary', 'timeline', 'root-cause', 'action-items'];

/**
 * Reads a template file: `name`, `kind`, `about`, `order` between `---` lines, then `## Heading {#key}` with the help
 * text below it. Refuses with every fault and its line.
 */
export function readTemplate(
  slug: string,
  source: string,
): Template | { faults: { line: number; text: string }[] } {
  const lines = source.split(/\r?\n/);
  const faults: { line: number; text: string }[] = [];
  const fault = (at: number, text: string) => faults.push({ line: at + 1, text });

  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    return { faults: [{ line: 1, text: 'starts with "---", its facts, and "---"' }] };
  const facts = new Map(
    lines.slice(1, end).map((text, at) => {
      const [, name, value] = /^(\w+): (.+)$/.exec(text) ?? [];
      if (!name) fault(at + 1, `"${text}" is not a fact such as "name: Postmortem"`);
      return [name ?? '', value ?? ''] as const;
    }),
  );
  for (const name of ['name', 'kind', 'about', 'order']) if (!facts.has(name)) fault(0, `has no "${name}"`);
  const kind = facts.get('kind') as Kind;
  if (facts.has('kind') && !kinds.includes(kind)) fault(0, `kind is one of ${kinds.join(', ')}`);
  if (facts.has('order') && !/^\d+$/.test(facts.get('order')!)) fault(0, 'order is a whole number');

  const sections: Template['sections'] = [];
  for (const [at, text] of lines.entries()) {
    if (at <= end) continue;
    const [, heading, key] = /^## (.+?) \{#([a-z][a-z0-9-]*)\}$/.exec(text) ?? [];
    if (heading && key) {
      if (sections.some((section) => section.key === key)) fault(at, `has a second section "${key}"`);
      sections.push({ key, heading, help: '' });
    } else if (text.startsWith('#')) {
      fault(at, 'a heading is written "## Heading {#key}"');
    } else if (text !== '') {
      const current = sections.at(-1);
      if (current) current.help = `${current.help} ${text}`.trim();
      else fault(at, 'text before the first heading belongs to no section');
    }
  }
  for (const key of required) {
    if (!sections.some((section) => section.key === key)) fault(lines.length - 1, `has no section "${key}"`);
  }
  for (const { key, help } of sections) if (help === '') fault(0, `section "${key}" has no words of help`);
  if (faults.length > 0) return { faults };
  const { name, about, order } = Object.fromEntries(facts);
  return { slug, name: name!, kind, about: about!, order: Number(order), sections };
}

/** Sections of a document, with those of a template that it lacks put in, empty, after the one they follow there. */
export function completed<Section extends { key: string }>(
  sections: Section[],
  template: Template,
): (Section | Template['sections'][number])[] {
  const all: (Section | Template['sections'][number])[] = [...sections];
  let previous = -1;
  for (const wanted of template.sections) {
    const at = all.findIndex(({ key }) => key === wanted.key);
    if (at < 0) all.splice(previous + 1, 0, wanted);
    previous = at < 0 ? previous + 1 : at;
  }
  return all;
}
