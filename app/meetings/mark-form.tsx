import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';

import type { Attendee } from './attendance.ts';

type Props = { meetingId: string; attendee: Attendee };

/** One press says that somebody is there, another that they are not. */
export function MarkForm({ meetingId, attendee }: Props) {
  const { id, name, present, marks } = attendee;
  const press = (value: 'yes' | 'no', words: string) => (
    <Button name="present" value={value} className="grow sm:grow-0">
      {words}
      <span className="sr-only">: {name}</span>
    </Button>
  );
  return (
    <Form
      method="post"
      action={paths.attendee(meetingId, id)}
      preventScrollReset
      className="flex basis-full flex-wrap items-center gap-2 sm:basis-auto"
    >
      <input type="hidden" name="seen" value={marks[0]?.id ?? ''} />
      {present !== true && press('yes', 'Present')}
      {present !== false && press('no', present === null ? 'Absent' : 'Was not there')}
    </Form>
  );
}

/** The other way round, with a word about why. */
export function CorrectionForm({ meetingId, attendee: { id, name, present, marks } }: Props) {
  return (
    <Form
      method="post"
      action={paths.attendee(meetingId, id)}
      preventScrollReset
      className="no-print mt-3 flex max-w-xl flex-wrap items-end gap-2"
    >
      <input type="hidden" name="seen" value={marks[0]?.id ?? ''} />
      <input type="hidden" name="present" value={present ? 'no' : 'yes'} />
      <div className="min-w-0 flex-1 basis-56">
        <TextField
          label={
            <>
              Why it is corrected<span className="sr-only">, for {name}</span>
            </>
          }
          name="note"
          maxLength={300}
          placeholder="left after ten minutes"
        />
      </div>
      <Button>
        {present ? 'Was not there' : 'Was there'}
        <span className="sr-only">: {name}</span>
      </Button>
    </Form>
  );
}
