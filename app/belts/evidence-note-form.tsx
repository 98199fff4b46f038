import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';

type Props = {
  to: string;
  label: string;
  help?: string;
  button: string;
  weight?: 'primary' | 'plain';
  required?: boolean;
  /** the submission that is on the page */
  round: number;
  refused?: Refused | undefined;
};

/** A few words that go with a step. */
export function EvidenceNoteForm({
  to,
  label,
  help,
  button,
  weight,
  required = true,
  round,
  refused,
}: Props) {
  return (
    <Form method="post" action={to} className="space-y-3">
      <input type="hidden" name="round" value={round} />
      <TextArea
        label={label}
        name="note"
        help={help}
        rows={3}
        required={required}
        defaultValue={refused?.values.note}
        error={refused?.errors.note}
      />
      <Button weight={weight ?? 'plain'}>{button}</Button>
    </Form>
  );
}
