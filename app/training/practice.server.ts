/** For the practice of a module: what an address asks for. */
import { randomBytes } from 'node:crypto';

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { paths } from '#app/paths.ts';

import { isSeed, practiceOf } from './practice.ts';
import { quizStandingOf } from './quiz-standing.server.ts';
import { scopedModule } from './scoped-module.server.ts';

/** The question an address leads to (null: none), and the attempt of the module that goes on, if one does. */
export async function scopedPractice(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, module } = await scopedModule(args);
  const asked = new URL(args.request.url).searchParams;
  const seed = asked.get('seed');
  const number = Number(asked.get('n'));
  const { open } = await quizStandingOf(viewer.id, module.key, Date.now());
  const drawn = isSeed(seed) ? practiceOf(module.questions, seed) : [];
  const place = drawn[number - 1];
  const found = place && isSeed(seed) ? { seed, number, of: drawn.length, ...place } : null;
  return { module, attempt: open?.id ?? null, found };
}

export const freshSeed = () => randomBytes(5).toString('hex');

export const practiceAt = (key: string, seed: string, number: number) =>
  `${paths.practice(key)}?${new URLSearchParams({ seed, n: String(number) })}`;
