import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { AttemptOverview } from '#app/training/attempt-overview.tsx';
import { answeredIn, resultOf } from '#app/training/attempt-page.server.ts';
import { AttemptResult } from '#app/training/attempt-result.tsx';
import { scopedAttempt } from '#app/training/attempt-scope.server.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';

export const meta = () => [{ title: 'Your attempt · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const now = Date.now();
  const { attempt, title } = await scopedAttempt(args, now);
  const module = moduleNamed(attempt.module);
  const up = module && { to: paths.module(module.key), practice: paths.practice(module.key) };
  const result = await resultOf(attempt, now);
  if (result) return { title, up, result };
  return {
    title,
    up,
    result: null,
    open: { id: attempt.id, closesAt: attempt.closesAt, answered: await answeredIn(attempt) },
  };
}

export default function AttemptPage() {
  const { title, up, ...attempt } = useLoaderData<typeof loader>();
  return attempt.result ? (
    <AttemptResult title={title} up={up} result={attempt.result} />
  ) : (
    <AttemptOverview title={title} up={up} {...attempt.open} />
  );
}
