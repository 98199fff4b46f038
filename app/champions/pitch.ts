/** What a volunteer reads before they apply: Markdown by section. */
export type Pitch = { title: string; lead: string } & Record<
  PitchSection,
  { heading: string; markdown: string }
>;
const sections = ['for-you', 'asked', 'path', 'manager'] as const;
export type PitchSection = (typeof sections)[number];

/**
 * Reads the pitch: `# Title`, a line or two that lead into it, then `## Heading {#key}` for each of its sections.
 * Refuses with every fault and its line.
 */
export function readPitch(source: string): Pitch | { faults: { line: number; text: string }[] } {
  const [head = '', ...rest] = source.replaceAll('\r\n', '\n').split(/^(?=## )/m);
  const faults: { line: number; text: string }[] = [];
  const [, title, lead] = /^# (\S.*)\n([^]*)$/.exec(head) ?? [];
  if (!title || !lead?.trim())
    faults.push({ line: 1, text: 'starts with "# Title" and a line that leads into it' });
  const found = new Map<string, { heading: string; markdown: string }>();
  let line = head.split('\n').length;
  for (const part of rest) {
    const [, heading, key, markdown] = /^## (\S.*?) \{#([a-z-]+)\}\n([^]*)$/.exec(part) ?? [];
    if (!heading || !(sections as readonly string[]).includes(key!))
      faults.push({
        line,
        text: `a heading is written "## Heading {#key}", key one of ${sections.join(', ')}`,
      });
    else if (markdown!.trim() === '') faults.push({ line, text: `section "${key}" is empty` });
    else found.set(key!, { heading, markdown: markdown!.trim() });
    line += part.split('\n').length - 1;
  }
  for (const key of sections)
    if (!found.has(key) && faults.length === 0) faults.push({ line, text: `has no section "${key}"` });
  if (faults.length > 0) return { faults };
  return { title: title!, lead: lead!.trim(), ...Object.fromEntries(found) } as Pitch;
}
