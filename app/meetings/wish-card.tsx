import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = { id: string; isInGuild: boolean; wish: 'invited' | 'left-out' | null };

/** Whether one is invited to the meetings of a series, and how to change that. */
export function WishCard({ id, isInGuild, wish }: Props) {
  const words = isInGuild
    ? wish === 'invited'
      ? 'You are invited, because you asked to be.'
      : 'You are invited, as every champion and organiser is.'
    : wish === 'left-out'
      ? 'You are not invited, because you asked not to be. You may come all the same.'
      : 'Champions and organisers are invited by themselves. You are welcome too.';
  return (
    <Card aria-label="Your invitations">
      <p>{words}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Form method="post" action={paths.meetingSeriesWish(id)}>
          <Button name="wish" value={isInGuild ? 'left-out' : 'invited'}>
            {isInGuild ? 'Leave me out' : 'Count me in'}
          </Button>
        </Form>
        <ButtonLink to={paths.calendars(id)} weight="quiet">
          Subscribe to it
        </ButtonLink>
      </div>
    </Card>
  );
}
