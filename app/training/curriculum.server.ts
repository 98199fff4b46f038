/** The curriculum as it lies in content/training: lessons with their banks of questions, and how quizzes are held. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Fault } from '#app/content/fault.ts';
import { once, textOf, whole } from '#app/content/kept.server.ts';
import { log } from '#app/http/log.server.ts';

import { compose, type SourceFile } from './curriculum.ts';
import type { Module } from './module.ts';
import { readSettings, type TrainingSettings } from './settings.ts';

const FOLDER = 'content/training';
const SETTINGS = 'training.json';
/** what is no part of the curriculum, but of how it is written */
const BESIDE = [SETTINGS, 'README.md'];

/** Line ends are what the system that wrote them likes; they make no other version. */
const normalised = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** Every file of a curriculum's folder, by its path in there; what begins with a dot belongs to somebody's editor. */
const sourcesIn = (folder: string): SourceFile[] =>
  readdirSync(resolve(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: file.slice(resolve(folder).length + 1).replaceAll('\\', '/') }))
    .filter(({ path }) => !BESIDE.includes(path) && !/(^|\/)\./.test(path))
    .map(({ file, path }) => ({ path, text: normalised(readFileSync(file, 'utf8')) }));

const hashOf = (lesson: string, bank: string) =>
  createHash('sha256').update(`${lesson}\u0000${bank}`).digest('hex');

type Curriculum = { modules: Module[]; named: Map<string, Module>; keys: Set<string> };
let before: { texts: string; curriculum: Curriculum } | undefined;

/** Reads a folder of lessons and banks. A module that cannot be read is left out; the log says why. */
export function readCurriculum(folder: string): Curriculum {
  const sources = sourcesIn(folder);
  const texts = JSON.stringify([folder, sources]);
  if (before?.texts === texts) return before.curriculum;
  const { modules: found, keys, files } = compose(sources);
  for (const { path, read } of files)
    if ('faults' in read) log('error', 'content-fault', { file: `${folder}/${path}`, faults: read.faults });
  const modules = found.map(({ module, sources: { lesson, bank } }) => ({
    ...module,
    version: hashOf(lesson, bank),
  }));
  const curriculum = {
    modules,
    named: new Map(modules.map((module) => [module.key, module])),
    keys: new Set(keys),
  };
  before = { texts, curriculum };
  return curriculum;
}

const known = once(() => readCurriculum(FOLDER));

/** All modules, by folder and file name. */
export const curriculum = (): Module[] => known().modules;
/** The module of a key such as "white/01-accounts-and-sign-ins"; null where there is none (any more). */
export const moduleNamed = (key: string): Module | null => known().named.get(key) ?? null;
/** The keys of all lessons that lie there, also of one that cannot be read just now: what rests on it stays. */
export const moduleKeys = (): Set<string> => known().keys;

/** Every file with what is wrong with it; for `npm run content:check`. */
export const curriculumFiles = (folder = FOLDER): { file: string; read: object | { faults: Fault[] } }[] => [
  { file: join(folder, SETTINGS), read: readSettings(textOf(join(folder, SETTINGS))) },
  ...compose(sourcesIn(folder)).files.map(({ path, read }) => ({ file: join(folder, path), read })),
];

/** How quizzes are held here. Throws where the file cannot be read. */
export const trainingSettings = once(
  (): TrainingSettings =>
    whole(join(FOLDER, SETTINGS), readSettings(textOf(join(FOLDER, SETTINGS)))).settings,
);
