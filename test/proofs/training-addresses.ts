/** Where training and its quizzes can be asked for anything. */
import { curriculum } from '#app/training/curriculum.server.ts';
import { paths } from '#app/paths.ts';

import type { Question } from './visitor.ts';

export type Asking = Question & {
  /** a question of a practice */
  practice?: boolean;
};

const seeds = ['herons', 'at0dusk'];
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

const bothWays = (path: string, rest: Omit<Asking, 'path'> = {}): Asking[] => {
  const [pathname, query] = path.split('?');
  const asData = `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`;
  return [
    { ...rest, path },
    { ...rest, path: asData },
  ];
};
/** A form that says nothing, or what no page offers. */
const inVain = (path: string): Asking[] =>
  ['', 'choice=77', 'choice=x'].flatMap((body) => bothWays(path, { method: 'POST', body, headers: form }));

/** Every page of the curriculum, and practice of every question in two orders. */
export function trainingAddresses(): Asking[] {
  const modules = curriculum();
  const pages = [
    ...[paths.home(), paths.training(), paths.trainingProgress(), paths.belts(), paths.notices()],
    ...modules.flatMap(({ key, parts }) => [
      paths.module(key),
      paths.practice(key),
      ...parts.map((part) => paths.modulePart(key, part.key)),
    ]),
  ];
  const practice = modules.flatMap(({ key, questions }) =>
    seeds.flatMap((seed) => questions.map((_, at) => `${paths.practice(key)}?seed=${seed}&n=${at + 1}`)),
  );
  return [
    ...pages.flatMap((path) => bothWays(path)),
    ...practice.flatMap((path) => [...bothWays(path, { practice: true }), ...inVain(path).slice(0, 2)]),
  ];
}

/** Everything below attempts that go on; answers are given in the end, for the same to come of them. */
export const addressesOf = (attempts: { id: string; asked: number }[]): Asking[] =>
  attempts.flatMap(({ id, asked }) => [
    ...bothWays(paths.attempt(id)),
    ...bothWays(paths.attemptFinish(id)),
    ...Array.from({ length: asked + 1 }, (_, at) => paths.attemptQuestion(id, at + 1)).flatMap((path) => [
      ...bothWays(path),
      ...inVain(path),
      { path, method: 'POST', body: 'choice=1', headers: form },
      ...bothWays(path),
    ]),
    ...bothWays(paths.attempt(id)),
  ]);
