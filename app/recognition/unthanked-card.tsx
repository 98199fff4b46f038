import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = { people: { id: string; name: string; did: string | null }[]; others: string };

/** A few people to think of, for whoever arranges recognition. */
export function UnthankedCard({ people, others }: Props) {
  return (
    <Card aria-labelledby="unthanked">
      <h2 id="unthanked" className="font-serif text-xl font-semibold">
        Has anybody said thank you?
      </h2>
      <p className="mt-1 max-w-prose text-soft">
        A few people whose work of the last weeks nobody has thanked since, in no order. Perhaps you know what
        it was good for, or know who does.
      </p>
      {people.length === 0 ? (
        <p className="mt-4">Nobody just now. Either little happened, or everybody was thanked.</p>
      ) : (
        <ul className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {people.map(({ id, name, did }) => (
            <li key={id} className="flex items-center gap-3">
              <Avatar name={name} className="size-9 text-xs" />
              <span className="min-w-0 flex-1">
                <Link to={paths.person(id)} className="font-medium underline-offset-4 hover:underline">
                  {name}
                </Link>
                {did && <span className="block text-sm text-soft">{did}</span>}
              </span>
              <ButtonLink weight="quiet" to={paths.newThanks(id)} aria-label={`Say thank you to ${name}`}>
                Say thank you
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4">
        <Link to={others} className="text-sm text-accent underline underline-offset-4">
          Others
        </Link>
      </p>
    </Card>
  );
}
