import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { type Kind, kindWords } from '#app/postmortems/postmortem.ts';
import { Card } from '#app/ui/page.tsx';

/** What a lesson came out of: postmortems that whoever looks may see. */
export function OriginList({ origins }: { origins: { id: string; title: string; kind: Kind }[] }) {
  if (origins.length === 0) return null;
  return (
    <Card aria-labelledby="origins">
      <h2 id="origins" className="font-serif text-xl font-semibold">
        This lesson came out of
      </h2>
      <ul className="mt-3 space-y-2">
        {origins.map(({ id, title, kind }) => (
          <li key={id}>
            <Link
              to={paths.postmortemLoop(id)}
              className="[overflow-wrap:anywhere] text-accent underline underline-offset-4"
            >
              {title}
            </Link>
            <span className="block text-sm text-soft">{kindWords[kind]}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
