import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card } from '#app/ui/page.tsx';

type Held = { id: string; host: string; when: string; until: string };

/** A time that is held for somebody for a while. */
export function HeldForYou({ id, host, when, until }: Held) {
  return (
    <Callout tone="accent" title={`${when} with ${host} has become free`}>
      <p className="mb-3">It is held for you until {until}.</p>
      <ButtonLink weight="primary" to={paths.slotOffer(id)}>
        Take it, or pass it on
      </ButtonLink>
    </Callout>
  );
}

type Props = {
  bookings: { id: string; host: string; where: string; when: string }[];
  wish: { topic: string } | null;
};

/** What somebody has ahead of them: their bookings, and their wish to be told. */
export function OwnTimes({ bookings, wish }: Props) {
  return (
    <Card aria-labelledby="yours">
      <h2 id="yours" className="mb-2 font-serif text-xl font-semibold">
        Yours
      </h2>
      <ul className="divide-y divide-line">
        {bookings.map(({ id, host, where, when }) => (
          <li key={id} className="py-3">
            <Link to={paths.booking(id)} className="text-accent underline-offset-4 hover:underline">
              {when}
            </Link>
            <p className="text-sm text-soft [overflow-wrap:anywhere]">
              With {host} · {where}
            </p>
          </li>
        ))}
        {wish && (
          <li className="py-3">
            <p className="[overflow-wrap:anywhere]">You are told when something frees up: {wish.topic}</p>
            <div className="mt-1 flex flex-wrap gap-x-4">
              <Link
                to={paths.newBooking({ choice: 'wish' })}
                className="py-2 text-sm text-accent underline-offset-4 hover:underline"
              >
                Change the words
              </Link>
              <Form method="post" action={paths.wishWithdrawal()}>
                <Button weight="quiet">Not needed any more</Button>
              </Form>
            </div>
          </li>
        )}
      </ul>
    </Card>
  );
}
