import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Sitting = {
  id: string;
  place: string;
  when: string;
  isCancelled: boolean;
  bookings: { id: string; at: string; person: string; topic: string }[];
};

/** A host's coming times, with who has booked, and the way to call one off. */
export function HostedSittings({ sittings }: { sittings: Sitting[] }) {
  return (
    <Card aria-labelledby="coming">
      <h2 id="coming" className="mb-2 font-serif text-xl font-semibold">
        What is coming
      </h2>
      <ul className="divide-y divide-line">
        {sittings.map(({ id, place, when, isCancelled, bookings }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
              <p className="font-medium">
                {when} {isCancelled && <Badge tone="warn">called off</Badge>}
              </p>
              <p className="text-sm text-soft">{place}</p>
              {bookings.length > 0 && (
                <ul className="mt-2 space-y-1">
                  {bookings.map((booking) => (
                    <li key={booking.id}>
                      <Link
                        to={paths.booking(booking.id)}
                        className="text-accent underline underline-offset-4"
                      >
                        {booking.at} {booking.person}
                      </Link>
                      <span className="text-soft"> · {booking.topic}</span>
                    </li>
                  ))}
                </ul>
              )}
              {bookings.length === 0 && !isCancelled && (
                <p className="text-sm text-soft">Nobody has booked yet.</p>
              )}
            </div>
            <Form method="post" action={paths.sittingCancellation(id)}>
              {isCancelled && <input type="hidden" name="undo" value="yes" />}
              <Button>
                {isCancelled ? 'Hold it after all' : 'I can’t make it'}
                <span className="sr-only">: {when}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
