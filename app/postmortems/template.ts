import type { Fault } from '#app/content/fault.ts';
import { readSectioned } from '#app/content/sectioned.ts';

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
export function readTemplate(slug: string, source: string): Template | { faults: Fault[] } {
  const { facts, sections, faults } = readSectioned(source, {
    facts: ['name', 'kind', 'about', 'order'],
    heading: /^## (?<heading>.+?) \{#(?<key>[a-z][a-z0-9-]*)\}$/,
    written: '## Heading {#key}',
  });
  const kind = facts.get('kind') as Kind;
  if (facts.has('kind') && !kinds.includes(kind))
    faults.push({ line: 1, text: `kind is one of ${kinds.join(', ')}` });
  const last = source.split(/\r?\n/).length;
  for (const key of facts.size > 0 ? required : [])
    if (!sections.some((section) => section.key === key))
      faults.push({ line: last, text: `has no section "${key}"` });
  if (faults.length > 0) return { faults };
  const { name, about, order } = Object.fromEntries(facts);
  return {
    ...{ slug, name: name!, kind, about: about!, order: Number(order) },
    sections: sections.map(({ key, heading, help }) => ({ key, heading, help })),
  };
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
