import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';

import type { State } from './meeting.ts';

type Props = {
  meeting: { id: string; state: State };
  isBare: boolean;
  sending: { at: number; by: string | null; changedAt: number | null } | null;
};

/** For whoever runs the meeting: what can be done with its minutes. The page they stand on is the preview. */
export function SendMinutes({ meeting, isBare, sending }: Props) {
  if (meeting.state !== 'ended' || (isBare && sending === null)) return null;
  return (
    <div className="no-print mb-8 max-w-3xl">
      <Callout tone={sending === null ? 'accent' : sending.changedAt === null ? 'good' : 'warn'}>
        {sending === null ? (
          <p>
            Read them once more: this is what the guild and everybody who was there will get by mail, each of
            them no more than they may see.
          </p>
        ) : (
          <p>
            Sent on <Moment at={sending.at} />
            {sending.by && ` by ${sending.by}`}
            {sending.changedAt === null ? (
              '.'
            ) : (
              <>
                , and changed since they were sent (first on <Moment at={sending.changedAt} />
                ).
              </>
            )}
          </p>
        )}
        {!isBare && (
          <Form method="post" action={paths.minutesSending(meeting.id)} className="mt-3">
            <input type="hidden" name="seen" value={sending?.at ?? ''} />
            <Button weight={sending === null ? 'primary' : 'plain'}>
              {sending === null ? 'Send the minutes' : 'Send them again'}
            </Button>
          </Form>
        )}
      </Callout>
    </div>
  );
}
