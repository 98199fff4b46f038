import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { once, textOf } from '#app/content/kept.server.ts';

import { readTemplate, type Template } from './template.ts';

const FOLDER = 'content/postmortems';

/** Every template file with what is wrong with it; for `npm run content:check`. */
export function templateFiles(): { file: string; read: ReturnType<typeof readTemplate> }[] {
  return readdirSync(resolve(FOLDER))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      file: `${FOLDER}/${name}`,
      read: readTemplate(basename(name, '.md'), textOf(`${FOLDER}/${name}`)),
    }));
}

/** The templates of this installation, in their order; one that cannot be read is left out. */
export const templates = once((): Template[] =>
  templateFiles()
    .map(({ read }) => read)
    .filter((read): read is Template => !('faults' in read))
    .sort((a, b) => a.order - b.order),
);

/** The template of this name, or null. */
export const templateNamed = (slug: string): Template | null =>
  templates().find((template) => template.slug === slug) ?? null;
