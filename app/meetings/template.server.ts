import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { once, textOf } from '#app/content/kept.server.ts';

import { type AgendaTemplate, readAgendaTemplate } from './template.ts';

const FOLDER = 'content/agendas';

/** Every file of agendas with what is wrong with it; for `npm run content:check`. */
export function agendaFiles(): { file: string; read: ReturnType<typeof readAgendaTemplate> }[] {
  return readdirSync(resolve(FOLDER))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      file: `${FOLDER}/${name}`,
      read: readAgendaTemplate(basename(name, '.md'), textOf(`${FOLDER}/${name}`)),
    }));
}

/** The agendas of this installation, in their order; one that cannot be read is left out. */
export const agendaTemplates = once((): AgendaTemplate[] =>
  agendaFiles()
    .map(({ read }) => read)
    .filter((read): read is AgendaTemplate => !('faults' in read))
    .sort((a, b) => a.order - b.order),
);

/** The agenda of this name; null where its file is gone. */
export const agendaTemplateNamed = (slug: string): AgendaTemplate | null =>
  agendaTemplates().find((template) => template.slug === slug) ?? null;
