import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Moment } from '#app/ui/moment.tsx';

import { KindPicture } from './kind-picture.tsx';
import type { ShownKind } from './showing.ts';
import type { OnWall } from './wall.server.ts';

const kindWords: Record<ShownKind, string> = { thanks: 'Thank you', award: 'Award', achievement: 'Achieved' };

/** One thing on the wall. `level`: which heading it stands under. */
export function WallCard({ shown, level: Heading = 'h2' }: { shown: OnWall; level?: 'h2' | 'h3' }) {
  const { kind, since, person, thanks, name, about } = shown;
  return (
    <article className="flex h-full flex-col rounded-lg border border-line bg-surface p-5">
      <header className="flex items-start gap-3">
        <Avatar name={person.name} className="size-11 text-sm" />
        <div className="min-w-0 flex-1">
          <p className="text-sm text-soft">{kindWords[kind]}</p>
          <Heading className="font-serif text-lg leading-snug font-semibold [overflow-wrap:anywhere]">
            <Person {...person} />
          </Heading>
        </div>
        <KindPicture kind={kind} />
      </header>
      {thanks ? (
        <blockquote className="mt-3 flex-1 border-l-2 border-accent pl-3 whitespace-pre-line [overflow-wrap:anywhere]">
          {thanks.reason}
        </blockquote>
      ) : (
        <div className="mt-3 flex-1">
          <p className="font-medium">{name}</p>
          {about && <p className="mt-1 text-sm text-soft">{about}</p>}
        </div>
      )}
      <footer className="mt-4 flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm text-soft">
        {thanks && (
          <span>
            from <Person {...thanks.giver} />
          </span>
        )}
        <Moment at={since} />
      </footer>
    </article>
  );
}

const Person = ({ id, name }: { id: string; name: string }) => (
  <Link to={paths.person(id)} className="underline-offset-4 hover:underline">
    {name}
  </Link>
);
