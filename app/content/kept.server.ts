import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Fault } from './fault.ts';

/** The text of a file of content/; its path is from the installation's folder. */
export const textOf = (file: string): string => readFileSync(resolve(file), 'utf8');

/** Read once, and anew on every call in development, so that a change shows without a restart. */
export function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    if (!known || process.env.NODE_ENV !== 'production') known = { value: read() };
    return known.value;
  };
}

/** What a file says. Throws, in words for the terminal, where it cannot be read. */
export function whole<T extends object>(file: string, read: T | { faults: Fault[] }): T {
  if (!('faults' in read)) return read;
  const { line, text } = read.faults[0]!;
  throw new Error(`${file}:${line}: ${text} npm run content:check says more.`);
}
