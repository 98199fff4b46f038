import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';

import { stages } from './module.ts';

const missing = (words: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? `is missing: ${words}` : undefined),
});
const words = (most: number, what: string) =>
  z.string(missing(what)).trim().min(1, `is empty: ${what}`).max(most);

/** An address somewhere else: nothing but http and https, with a host. */
export const isWebAddress = (address: string): boolean =>
  /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address) && !/\s/.test(address);

const schema = z.strictObject({
  title: words(120, 'what the lesson is called'),
  about: words(300, 'one sentence'),
  minutes: z.int(missing('how long it takes')).min(1).max(480),
  stages: z
    .array(z.enum(stages, `is none of the stages ${stages.join(', ')}`), missing('stages of the pipeline'))
    .min(1, `names no stage: choose of ${stages.join(', ')}`)
    .refine((all) => new Set(all).size === all.length, 'names a stage twice'),
  objectives: z
    .array(words(300, 'one sentence'), missing('what somebody can do afterwards'))
    .min(1, 'names no objective')
    .max(12),
  references: z
    .array(
      z.strictObject({
        title: words(200, 'its title'),
        url: z.string(missing('its address')).refine(isWebAddress, 'is no address that begins with https://'),
      }),
      missing('where to read more'),
    )
    .min(1, 'names no reference')
    .max(20),
});
type Header = z.output<typeof schema>;

/**
 * Reads what stands between the `---` lines a lesson begins with: its facts, and the line below them (the first is 1).
 * Refuses with every fault and its line.
 */
export function readHeader(text: string): { header: Header; body: number } | { faults: Fault[] } {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) return { faults: [{ line: 1, text: 'begins with "---", its facts, and "---"' }] };
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join('\n'), {
    lineCounter: counter,
    logLevel: 'silent',
  });
  const faults: Fault[] = document.errors.map(({ linePos, message }) => ({
    line: (linePos?.[0].line ?? 1) + 1,
    text: `is not YAML: ${message.split(/ at line|\n/)[0]}`,
  }));
  if (faults.length > 0) return { faults };
  let facts: unknown;
  try {
    facts = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { faults: [{ line: 1, text: 'is not YAML that can be read: write it without aliases' }] };
  }
  const read = schema.safeParse(facts);
  if (read.success) return { header: read.data, body: end + 2 };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let upTo = path.length; upTo > 0; upTo -= 1) {
      const node = document.getIn(path.slice(0, upTo), true) as { range?: [number, number, number] } | null;
      if (node?.range) return counter.linePos(node.range[0]).line + 1;
    }
    return 1;
  };
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      line: lineOf(path),
      text: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    })),
  };
}
