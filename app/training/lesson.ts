import { Marked, type Token } from 'marked';

import type { Fault } from '#app/content/fault.ts';
import { BoundedLexer } from '#app/ui/bounded-markdown.ts';

import { readHeader } from './lesson-header.ts';
import type { Module, Part } from './module.ts';

export type Lesson = Omit<Module, 'questions' | 'version'>;
/** A link or picture of a lesson, as it was written, and its line in the file. */
export type WrittenLink = { href: string; picture: boolean; line: number };

const { defaults } = new Marked();
const topTokens = (markdown: string): Token[] => new BoundedLexer(defaults).lex(markdown);
const linesIn = (text: string) => text.split('\n').length - 1;

/** "What goes wrong?" is "what-goes-wrong"; empty where a heading has neither letters nor digits. */
export const partKey = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');

/**
 * Reads a lesson: its facts between `---` lines, then Markdown, each `## Heading` a part. `key` is its file in
 * content/training without the ending. Refuses with every fault and its line.
 */
export function readLesson(
  key: string,
  text: string,
): { lesson: Lesson; links: WrittenLink[]; lineOfPart: ReadonlyMap<string, number> } | { faults: Fault[] } {
  const head = readHeader(text);
  if ('faults' in head) return head;
  const body = text
    .split('\n')
    .slice(head.body - 1)
    .join('\n');
  try {
    const { parts, links, faults } = readParts(body, head.body);
    if (faults.length > 0) return { faults };
    const lineOfPart = new Map(parts.map(({ part, line }) => [part.key, line]));
    const [belt] = key.split('/') as [string];
    return { lesson: { key, belt, ...head.header, parts: parts.map(({ part }) => part) }, links, lineOfPart };
  } catch {
    return { faults: [{ line: head.body, text: 'nests too deep to be read' }] };
  }
}

function readParts(body: string, firstLine: number) {
  const found: { part: Part; line: number; bodyLine: number }[] = [
    { part: { key: 'begin', heading: 'Begin', markdown: '' }, line: firstLine, bodyLine: firstLine },
  ];
  const faults: Fault[] = [];
  const definitions: string[] = [];
  let line = firstLine;
  for (const token of topTokens(body)) {
    if (token.type === 'heading' && token.depth === 2) {
      const heading = (token.text as string).trim();
      const next = { key: partKey(heading), heading, markdown: '' };
      if (next.key === '') faults.push({ line, text: 'is a heading without a letter or digit' });
      else if (found.some(({ part }) => part.key === next.key))
        faults.push({ line, text: `is a second part "${next.key}"` });
      found.push({ part: next, line, bodyLine: line + linesIn(token.raw) });
    } else if (token.type === 'heading' && token.depth === 1)
      faults.push({ line, text: 'is a title: that stands in the facts above; begin a part with "## "' });
    else if (token.type === 'def') definitions.push(token.raw.trim());
    found.at(-1)!.part.markdown += token.type === 'heading' && token.depth === 2 ? '' : token.raw;
    line += linesIn(token.raw);
  }
  const parts = found.filter(({ part }) => part.key !== 'begin' || part.markdown.trim() !== '');
  if (parts.length === 0) faults.push({ line: firstLine, text: 'has nothing to read' });
  for (const { part, line: at } of parts)
    if (part.markdown.trim() === '') faults.push({ line: at, text: `has nothing below "${part.heading}"` });
  const links = parts.flatMap(({ part, bodyLine }) => linksOf(part.markdown, definitions, bodyLine));
  for (const { part } of parts) part.markdown = withDefinitions(part.markdown, definitions).trim();
  return { parts, links, faults };
}

/** A part is shown by itself: it brings along the addresses that other parts define. */
const withDefinitions = (markdown: string, definitions: string[]): string => {
  const elsewhere = definitions.filter((one) => !markdown.includes(one));
  return elsewhere.length > 0 ? `${markdown.trimEnd()}\n\n${elsewhere.join('\n')}` : markdown;
};

function linksOf(markdown: string, definitions: string[], firstLine: number): WrittenLink[] {
  const found: WrittenLink[] = [];
  let from = 0;
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'link' || token.type === 'image') {
        const at = markdown.indexOf(token.raw, from);
        if (at >= 0) from = at;
        const line = firstLine + linesIn(markdown.slice(0, from));
        found.push({ href: token.href as string, picture: token.type === 'image', line });
      }
      if ('tokens' in token && token.tokens) walk(token.tokens);
      if (token.type === 'list') walk(token.items as Token[]);
      if (token.type === 'table')
        for (const row of [token.header, ...token.rows] as { tokens: Token[] }[][])
          for (const cell of row) walk(cell.tokens);
    }
  };
  walk(topTokens(withDefinitions(markdown, definitions)));
  return found;
}
