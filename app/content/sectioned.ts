import type { Fault } from './fault.ts';

/** A part of a file: what its heading says, the words below it, and its line; the first is 1. */
export type Section = { key: string; heading: string; help: string; line: number; rest: string | undefined };

type Grammar = {
  /** the facts it has to give, between the lines of dashes */
  facts: readonly string[];
  /** a heading, with groups of the names heading, key and, where there is more, rest */
  heading: RegExp;
  /** how a heading is written, in words */
  written: string;
};

/**
 * Reads a text of facts between `---` lines ("name: Postmortem", and `order`, a whole number), then headings with words
 * of help below each. Says every fault with its line, beside whatever could be read.
 */
export function readSectioned(
  source: string,
  { facts: wanted, heading: headingOf, written }: Grammar,
): { facts: ReadonlyMap<string, string>; sections: Section[]; faults: Fault[] } {
  const lines = source.split(/\r?\n/);
  const faults: Fault[] = [];
  const fault = (at: number, text: string) => faults.push({ line: at + 1, text });

  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    fault(0, 'starts with "---", its facts, and "---"');
    return { facts: new Map(), sections: [], faults };
  }
  const facts = new Map(
    lines.slice(1, end).map((text, at) => {
      const [, name, value] = /^(\w+): (.+)$/.exec(text) ?? [];
      if (!name) fault(at + 1, `"${text}" is not a fact such as "name: Postmortem"`);
      return [name ?? '', value ?? ''] as const;
    }),
  );
  for (const name of wanted) if (!facts.has(name)) fault(0, `has no "${name}"`);
  if (facts.has('order') && !/^\d+$/.test(facts.get('order')!)) fault(0, 'order is a whole number');

  const sections: Section[] = [];
  for (const [at, text] of lines.entries()) {
    if (at <= end) continue;
    const { heading, key, rest } = headingOf.exec(text)?.groups ?? {};
    if (heading && key) {
      if (sections.some((section) => section.key === key)) fault(at, `has a second section "${key}"`);
      sections.push({ key, heading, help: '', line: at + 1, rest });
    } else if (text.startsWith('#')) {
      fault(at, `a heading is written "${written}"`);
    } else if (text !== '') {
      const current = sections.at(-1);
      if (current) current.help = `${current.help} ${text}`.trim();
      else fault(at, 'text before the first heading belongs to no section');
    }
  }
  for (const { key, help, line } of sections)
    if (help === '') fault(line - 1, `section "${key}" has no words of help`);
  return { facts, sections, faults };
}
