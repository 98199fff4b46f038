import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

import { participantFields } from './participant-fields.ts';

type Props = { needed: number; today: string; first: string; refused: Refused | undefined };

/** What somebody writes down about a threat-modelling session they led. */
export function ActivityForm({ needed, today, first, refused }: Props) {
  const of = (name: string) => ({ name, defaultValue: refused?.values[name], error: refused?.errors[name] });
  return (
    <Form method="post" className="max-w-xl space-y-5">
      <TextField
        label="The feature you modelled"
        {...of('feature')}
        required
        maxLength={200}
        help="As colleagues call it, such as “Paying by invoice”."
      />
      <TextField label="The day of the session" {...of('day')} type="date" min={first} max={today} required />
      <TextField
        label="Where its outcome can be read"
        {...of('outcome')}
        type="url"
        required
        placeholder="https://"
        help="The model, its notes or the tickets that came of it. Those you name follow it."
      />
      <fieldset className="space-y-3">
        <legend className="font-medium">Who took part</legend>
        <p className="text-sm text-soft">
          {needed} of them confirm that you led it; name one more, in case somebody is away. They are asked
          once.
        </p>
        {participantFields.map((name, nth) => (
          <SuggestingField
            key={name}
            label={`Participant ${nth + 1}`}
            {...of(name)}
            from={paths.personNames()}
            required={nth < needed}
            placeholder={nth < needed ? 'Name or e-mail' : 'Name or e-mail, if you like'}
          />
        ))}
      </fieldset>
      <Button weight="primary">Write it down, and ask them</Button>
    </Form>
  );
}
