import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { once, textOf, whole } from '#app/content/kept.server.ts';

import { type Checklist, readChecklist } from './checklist.ts';
import { type Pitch, readPitch } from './pitch.ts';

const ONBOARDING = 'content/champions/onboarding.md';
const PITCH = 'content/champions/pitch.md';
const CHECKLISTS = 'content/checklists';

const checklistFiles = () =>
  readdirSync(resolve(CHECKLISTS))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(CHECKLISTS, name));

/** Every file of this room with what is wrong with it; for `npm run content:check`. */
export const championFiles = (): {
  file: string;
  read: object | { faults: { line: number; text: string }[] };
}[] => [
  { file: PITCH, read: readPitch(textOf(PITCH)) },
  ...[ONBOARDING, ...checklistFiles()].map((file) => ({
    file,
    read: readChecklist(basename(file, '.md'), textOf(file)),
  })),
];

/** What a volunteer reads before they apply. */
export const pitch = once((): Pitch => whole(PITCH, readPitch(textOf(PITCH))));

/** What a new champion goes through before they begin. */
export const onboarding = once((): Checklist =>
  whole(ONBOARDING, readChecklist('onboarding', textOf(ONBOARDING))),
);

/** The checklists to print, by name; one that cannot be read is left out. */
export const checklists = once(() =>
  checklistFiles()
    .map((file) => readChecklist(basename(file, '.md'), textOf(file)))
    .filter((read): read is Checklist => !('faults' in read))
    .sort((a, b) => a.name.localeCompare(b.name)),
);

export const checklistNamed = (slug: string): Checklist | null =>
  checklists().find((checklist) => checklist.slug === slug) ?? null;
