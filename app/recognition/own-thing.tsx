import { Link } from '@remix-run/react';

import { Moment } from '#app/ui/moment.tsx';

import { KindPicture } from './kind-picture.tsx';
import type { ownRecognition } from './own-page.server.ts';
import { ShowForms } from './show-forms.tsx';

type Thing = Awaited<ReturnType<typeof ownRecognition>>['things'][number];

/** An award or achievement of one's own: what it is, where it came from, and who sees it. */
export function OwnThing({ thing }: { thing: Thing }) {
  const { kind, subject, name, about, state, sources, more } = thing;
  return (
    <article className="rounded-lg border border-line bg-surface p-5">
      <header className="flex items-start gap-3">
        <KindPicture kind={kind} />
        <div>
          <p className="text-sm text-soft">{kind === 'award' ? 'Award' : 'Achieved'}</p>
          <h3 className="font-serif text-lg font-semibold">{name}</h3>
        </div>
      </header>
      {about && <p className="mt-2 text-soft">{about}</p>}
      <ul className="mt-3 space-y-1 text-sm">
        {sources.map(({ id, at, rule, to }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <Moment at={at} className="text-soft" />
            {to ? (
              <Link to={to} className="text-accent underline underline-offset-4">
                {rule}
              </Link>
            ) : (
              <span>{rule}</span>
            )}
          </li>
        ))}
        {more > 0 && <li className="text-soft">and earlier ones</li>}
      </ul>
      <div className="mt-4">
        <ShowForms what={{ kind, subject }} state={state} name={name} />
      </div>
    </article>
  );
}
