import type { Fault } from '#app/content/fault.ts';
import { readSectioned } from '#app/content/sectioned.ts';

import { OTHER } from './agenda.ts';

/** What a meeting is made of: its parts in their order, each with the minutes meant for it and words of help. */
export type AgendaTemplate = {
  slug: string;
  name: string;
  about: string;
  order: number;
  parts: { key: string; heading: string; help: string; minutes: number }[];
};

/** A part longer than a working day is a slip of the pen. */
const MOST_MINUTES = 480;

/**
 * Reads a file of content/agendas: `name`, `about`, `order` between `---` lines, then `## Heading {#key} minutes` with the
 * help text below it. Refuses with every fault and its line.
 */
export function readAgendaTemplate(slug: string, source: string): AgendaTemplate | { faults: Fault[] } {
  const { facts, sections, faults } = readSectioned(source, {
    facts: ['name', 'about', 'order'],
    heading: /^## (?<heading>.+?) \{#(?<key>[a-z][a-z0-9-]*)\} (?<rest>\d{1,5})$/,
    written: '## Heading {#key} minutes',
  });
  for (const { key, line, rest } of sections) {
    if (key === OTHER)
      faults.push({ line, text: `"${OTHER}" is what belongs to no part: choose another key` });
    const minutes = Number(rest);
    if (minutes < 1 || minutes > MOST_MINUTES)
      faults.push({ line, text: `section "${key}" takes 1 to ${MOST_MINUTES} minutes` });
  }
  if (facts.size > 0 && sections.length === 0) faults.push({ line: 1, text: 'has no section' });
  if (faults.length > 0) return { faults };
  const { name, about, order } = Object.fromEntries(facts);
  return {
    ...{ slug, name: name!, about: about!, order: Number(order) },
    parts: sections.map(({ key, heading, help, rest }) => ({ key, heading, help, minutes: Number(rest) })),
  };
}
