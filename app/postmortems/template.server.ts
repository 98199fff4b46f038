import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { readTemplate, type Template } from './template.ts';

const folder = () => resolve('content/postmortems');

/** Every template file with what is wrong with it; for `npm run content:check`. */
export function templateFiles(): { file: string; read: ReturnType<typeof readTemplate> }[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      file: `content/postmortems/${name}`,
      read: readTemplate(basename(name, '.md'), readFileSync(join(folder(), name), 'utf8')),
    }));
}

let known: Template[] | undefined;

/** The templates of this installation, in their order. Read once, and anew on every call in development. */
export function templates(): Template[] {
  if (known && process.env.NODE_ENV === 'production') return known;
  known = templateFiles()
    .map(({ read }) => read)
    .filter((read): read is Template => !('faults' in read))
    .sort((a, b) => a.order - b.order);
  return known;
}

/** The template of this name, or null. */
export const templateNamed = (slug: string): Template | null =>
  templates().find((template) => template.slug === slug) ?? null;
