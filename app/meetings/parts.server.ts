import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { once, textOf } from '#app/content/kept.server.ts';

import { kindWords, OTHER, type Part } from './agenda.ts';

const FOLDER = 'content/agendas';

const known = once(
  () =>
    new Map(
      readdirSync(resolve(FOLDER))
        .filter((name) => name.endsWith('.md'))
        .map((name) => [name.slice(0, -3), readParts(textOf(`${FOLDER}/${name}`))]),
    ),
);

const readParts = (text: string): Part[] =>
  text
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const [, heading, key, minutes, help] = /^(.+?) \{#([a-z0-9-]+)\} (\d+)\s*([\s\S]*)$/.exec(part) ?? [];
      return heading && key ? [{ heading, key, minutes: Number(minutes), help: help!.trim() }] : [];
    });

/** The parts of a template; none where there is no such template any more. */
export const partsOf = (template: string): Part[] => known().get(template) ?? [];

/** A kind in the words of a template, else of any other that has it. */
export const kindIn = (template: string, kind: string): string =>
  kindWords([...partsOf(template), ...[...known().values()].flat()], kind);

/** A kind as it was chosen, or "other" where no template has it. */
export const knownKind = (kind: string): string =>
  [...known().values()].flat().some(({ key }) => key === kind) ? kind : OTHER;
