import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';

import type { State } from './meeting.ts';

type Props = { id: string; state: State; isPast: boolean; isToCome: boolean; invited: boolean };

/** What whoever runs a meeting can do with it before it begins. */
export function MeetingActions({ id, state, isPast, isToCome, invited }: Props) {
  if (state === 'skipped')
    return isPast ? null : (
      <Form method="post" action={paths.meetingSkipping(id)}>
        <input type="hidden" name="undo" value="yes" />
        <Button>Let it take place</Button>
      </Form>
    );
  if (state === 'ended') return null;
  return (
    <>
      {state === 'planned' && (
        <Form method="post" action={paths.meetingSkipping(id)}>
          <Button weight="quiet">Skip it</Button>
        </Form>
      )}
      {isToCome && <ButtonLink to={paths.moveMeeting(id)}>Move</ButtonLink>}
      <ButtonLink to={paths.editMeeting(id)}>Change</ButtonLink>
      {isToCome && (
        <Form method="post" action={paths.meetingInvitations(id)}>
          <Button>{invited ? 'Invite who is new' : 'Send invitations now'}</Button>
        </Form>
      )}
    </>
  );
}
