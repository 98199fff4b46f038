import type { Fault } from '#app/content/fault.ts';

import { readBank } from './bank.ts';
import { type Lesson, readLesson } from './lesson.ts';
import { linkFaults } from './lesson-links.ts';
import type { Question } from './module.ts';

/** A file of content/training; `path` is from there: "white/01-what-goes-wrong.md". */
export type SourceFile = { path: string; text: string };
export type ReadFile = { path: string; read: object | { faults: Fault[] } };
type Sources = { lesson: string; bank: string };

const NAME = /^[a-z][a-z0-9-]{0,39}\/\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const BANK = '.quiz.json';

/** Parts of every lesson that can be read. */
type Parts = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The modules that lessons and banks make up, by folder and file name, and what is wrong with each file. A module that
 * cannot be read is left out, the others stand; a link that leads nowhere takes nothing away.
 */
export function compose(files: SourceFile[]): {
  modules: { module: Lesson & { questions: Question[] }; sources: Sources }[];
  /** of every lesson, whether it can be read or not */
  keys: string[];
  files: ReadFile[];
} {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lessons = new Map<string, ReturnType<typeof readLesson>>();
  const banks = new Map<string, ReturnType<typeof readBank>>();
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of sorted) {
    const key = keyOf(path);
    if (key === null) continue;
    if (path.endsWith(BANK)) banks.set(key, readBank(text));
    else lessons.set(key, readLesson(key, text));
  }
  const parts: Parts = new Map(
    [...lessons].flatMap(([key, read]) =>
      'faults' in read ? [] : [[key, new Set(read.lesson.parts.map((part) => part.key))]],
    ),
  );
  return {
    keys: [...lessons.keys()],
    files: sorted.map(({ path }) => ({ path, read: readAs(path, lessons, banks, parts) })),
    modules: [...lessons].flatMap(([key, lesson]) => {
      const bank = banks.get(key);
      if (!bank || 'faults' in bank || 'faults' in lesson) return [];
      const sources = { lesson: texts.get(`${key}.md`)!, bank: texts.get(key + BANK)! };
      return [{ module: { ...lesson.lesson, questions: bank.questions }, sources }];
    }),
  };
}

/** The module a file belongs to; null: its name says none. */
function keyOf(path: string): string | null {
  const [, key] = /^(.*?)(?:\.md|\.quiz\.json)$/.exec(path) ?? [];
  return key !== undefined && NAME.test(key) ? key : null;
}

function readAs(
  path: string,
  lessons: ReadonlyMap<string, ReturnType<typeof readLesson>>,
  banks: ReadonlyMap<string, ReturnType<typeof readBank>>,
  parts: Parts,
): object | { faults: Fault[] } {
  const key = keyOf(path);
  const alone = (text: string) => ({ faults: [{ line: 1, text }] });
  if (key === null)
    return alone('is neither a lesson nor a bank: those are <belt>/<nn-slug>.md and <nn-slug>.quiz.json');
  if (path.endsWith(BANK)) {
    const bank = banks.get(key)!;
    return 'faults' in bank || lessons.has(key) ? bank : alone(`has no lesson ${key}.md beside it`);
  }
  const read = lessons.get(key)!;
  const faults = 'faults' in read ? read.faults : linkFaults(key, read.links, parts);
  if (!banks.has(key))
    return { faults: [...faults, { line: 1, text: `has no bank ${key}${BANK} beside it` }] };
  return faults.length > 0 ? { faults } : read;
}
