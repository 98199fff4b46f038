/** A page of points to go through, in groups; each point has a key that stays when its words are improved. */
export type Checklist = {
  slug: string;
  name: string;
  /** what it is for, in a sentence */
  about: string;
  groups: { heading: string | null; points: Point[] }[];
};
export type Point = {
  key: string;
  text: string;
  help: string;
  /** to be done again by somebody who did it once, in another squad, years ago */
  anew: boolean;
};

type Fault = { line: number; text: string };

/**
 * Reads a checklist: `name` and `about` between `---` lines, then points such as `- [ ] Words {#key}`, or `{#key anew}`,
 * with help below them, indented; `## Heading` begins a group. Refuses with every fault and its line.
 */
export function readChecklist(slug: string, source: string): Checklist | { faults: Fault[] } {
  const lines = source.split(/\r?\n/);
  const faults: Fault[] = [];
  const fault = (at: number, text: string) => faults.push({ line: at + 1, text });
  const { facts, end } = factsOf(lines);
  if (end < 0) return { faults: [{ line: 1, text: 'starts with "---", its facts, and "---"' }] };
  for (const name of ['name', 'about']) if (!facts.has(name)) fault(0, `has no "${name}"`);

  const groups: Checklist['groups'] = [];
  const keys = new Set<string>();
  for (const [at, text] of lines.entries()) {
    if (at <= end || text.trim() === '') continue;
    const [, heading] = /^## (\S.*)$/.exec(text) ?? [];
    const [, words, key, anew] = /^- \[ \] (\S.*?) \{#([a-z][a-z0-9-]*)( anew)?\}$/.exec(text) ?? [];
    const last = groups.at(-1)?.points.at(-1);
    if (heading) groups.push({ heading, points: [] });
    else if (words && key) {
      if (keys.has(key)) fault(at, `has a second point "${key}"`);
      keys.add(key);
      if (groups.length === 0) groups.push({ heading: null, points: [] });
      groups.at(-1)!.points.push({ key, text: words, help: '', anew: anew !== undefined });
    } else if (text.startsWith('  ') && last) last.help = `${last.help} ${text.trim()}`.trim();
    else fault(at, 'is neither "- [ ] A point {#key}", help indented below one, nor "## A heading"');
  }
  if (keys.size === 0) fault(lines.length - 1, 'has no point');
  for (const { heading, points } of groups)
    if (points.length === 0) fault(0, `has no point below "${heading}"`);
  if (faults.length > 0) return { faults };
  return { slug, name: facts.get('name')!, about: facts.get('about')!, groups };
}

/** The facts a content file begins with, and the line they end at; -1 where it begins with none. */
function factsOf(lines: string[]): { facts: Map<string, string>; end: number } {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const facts = new Map<string, string>();
  for (const text of lines.slice(1, Math.max(end, 1))) {
    const [, name, value] = /^(\w+): (\S.*)$/.exec(text) ?? [];
    if (name) facts.set(name, value!);
  }
  return { facts, end };
}

export const pointsOf = ({ groups }: Checklist): Point[] => groups.flatMap(({ points }) => points);
