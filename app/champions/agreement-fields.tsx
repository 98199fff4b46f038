import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';

import { LEAST_HOURS, MOST_HOURS, USUAL_HOURS } from './hours.ts';

export type RefusedAnswer = { errors: { hours?: string; note?: string }; values: Record<string, string> };

/** A manager's two possible answers in one form: hours, or not now. */
export function AgreementFields({
  to,
  person,
  agreed = null,
  refused,
}: {
  to: string;
  person: string;
  /** what was agreed before, where it is changed */
  agreed?: number | null;
  refused: RefusedAnswer | undefined;
}) {
  return (
    <Form method="post" action={to} className="space-y-4">
      <div className="max-w-xs">
        <TextField
          label="Hours a month"
          name="hours"
          inputMode="numeric"
          autoComplete="off"
          required
          defaultValue={refused?.values.hours ?? agreed ?? USUAL_HOURS}
          error={refused?.errors.hours}
          help={`${USUAL_HOURS} is a day a week. From ${LEAST_HOURS} to ${MOST_HOURS}.`}
        />
      </div>
      <TextArea
        label={`A word for ${person}`}
        name="note"
        rows={2}
        defaultValue={refused?.values.note}
        error={refused?.errors.note}
        help="May stay empty. Only the two of you and organisers see it."
      />
      <div className="flex flex-wrap gap-2">
        <Button weight="primary" name="answer" value="agree">
          {agreed === null ? 'Agree these hours' : 'Agree these hours instead'}
        </Button>
        {agreed === null && (
          <Button name="answer" value="decline" formNoValidate>
            Not now
          </Button>
        )}
      </div>
    </Form>
  );
}
