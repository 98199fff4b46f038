import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Moment } from '#app/ui/moment.tsx';

import type { ShowState } from './post.ts';
import { ShowForms } from './show-forms.tsx';

type Received = {
  id: string;
  reason: string;
  meant: 'wall' | 'private';
  givenAt: number;
  from: { id: string; name: string };
};

/** A thanks that one had, with what may become of it. */
export function ReceivedThanks({ thanks, state }: { thanks: Received; state: ShowState }) {
  const { id, reason, meant, givenAt, from } = thanks;
  return (
    <article className="rounded-lg border border-line bg-surface p-5">
      <header className="flex items-center gap-3">
        <Avatar name={from.name} className="size-9 text-xs" />
        <h3 className="min-w-0 flex-1 font-medium">
          <Link to={paths.thanks(id)} className="underline-offset-4 hover:underline">
            {from.name}
          </Link>
        </h3>
        <Moment at={givenAt} className="text-sm text-soft" />
      </header>
      <blockquote className="mt-3 border-l-2 border-accent pl-3 whitespace-pre-line [overflow-wrap:anywhere]">
        {reason}
      </blockquote>
      <div className="mt-4">
        {meant === 'wall' ? (
          <ShowForms what={{ kind: 'thanks', subject: id }} state={state} name={`thanks from ${from.name}`} />
        ) : (
          <p className="text-sm text-soft">Meant for you alone.</p>
        )}
      </div>
    </article>
  );
}
