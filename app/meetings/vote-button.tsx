import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';

type Props = { id: string; title: string; votes: number; voted: boolean; back: string };

/** One vote each, and pressed again it is taken back. */
export function VoteButton({ id, title, votes, voted, back }: Props) {
  const look = voted ? 'border-accent bg-accent-wash text-accent' : 'border-line-strong bg-surface text-ink';
  return (
    <Form method="post" action={paths.agendaVote(id)} preventScrollReset>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="vote" value={voted ? 'no' : 'yes'} />
      <button
        aria-pressed={voted}
        className={`inline-flex min-h-9 min-w-12 cursor-pointer items-center justify-center gap-1 rounded-md border px-2 text-sm font-medium tabular-nums hover:bg-sunken ${look}`}
      >
        <span aria-hidden="true">▲</span>
        {votes}
        <span className="sr-only">
          {' '}
          {votes === 1 ? 'vote' : 'votes'} for “{title}”
        </span>
      </button>
    </Form>
  );
}
