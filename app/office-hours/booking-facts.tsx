import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = {
  id: string;
  minutes: number;
  place: string;
  link: string | null;
  isMine: boolean;
  isReleased: boolean;
  isAhead: boolean;
};

/** When and where a booking is, and the way to give it back. */
export function BookingFacts({ id, minutes, place, link, isMine, isReleased, isAhead }: Props) {
  return (
    <Card aria-label="When and where" className="flex flex-wrap items-center justify-between gap-4">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        {minutes} minutes · {place}
        {link && (
          <>
            {' · '}
            <a href={link} className="text-accent underline underline-offset-4" rel="noreferrer">
              Join from afar
            </a>
          </>
        )}
      </p>
      {isReleased && <Badge tone="warn">given back</Badge>}
      {isMine && !isReleased && isAhead && (
        <Form method="post" action={paths.bookingRelease(id)}>
          <Button>I can’t make it</Button>
        </Form>
      )}
    </Card>
  );
}
