import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Badge } from '#app/ui/badge.tsx';

type Card = {
  slug: string;
  name: string;
  is: string;
  place: string;
  sees: string;
  notices: number;
  items: number;
};

const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Somebody to be: who they are, what they see, what waits for them. The whole card is its button. */
export function PersonaCard({ card, to }: { card: Card; to: string }) {
  const { slug, name, is, place, sees, notices, items } = card;
  return (
    <li className="relative flex flex-col rounded-lg border border-line bg-surface p-5 has-[button:hover]:border-accent has-[button:hover]:bg-accent-wash has-[button:focus-visible]:outline-2 has-[button:focus-visible]:outline-offset-2 has-[button:focus-visible]:outline-accent sm:p-6">
      <div className="flex items-center gap-4">
        <Avatar name={name} className="size-14 font-serif text-xl" />
        <div className="min-w-0">
          <h2 className="font-serif text-xl leading-tight font-semibold">{name}</h2>
          <p className="mt-1 text-sm font-medium text-accent">{is}</p>
        </div>
      </div>
      <p className="mt-4">{place}</p>
      <p className="mt-2 text-soft">{sees}</p>
      <div className="mt-auto flex flex-col gap-3 pt-5 sm:flex-row sm:items-center">
        <p className="flex flex-wrap gap-2">
          {notices > 0 && <Badge tone="accent">{several(notices, 'notice')}</Badge>}
          {items > 0 && <Badge>{several(items, 'action item')}</Badge>}
        </p>
        <Form method="post" action={paths.demo()} className="self-end sm:ml-auto sm:self-auto">
          <input type="hidden" name="persona" value={slug} />
          <input type="hidden" name="to" value={to} />
          <button className="min-h-10 cursor-pointer font-medium text-accent outline-none before:absolute before:inset-0 before:rounded-lg">
            Be {name.split(' ')[0]} <span aria-hidden="true">→</span>
          </button>
        </Form>
      </div>
    </li>
  );
}
