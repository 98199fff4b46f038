import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Suggestions } from '#app/ui/suggestions.tsx';

/** Adds a person to a postmortem. */
export function InvolveForm({
  postmortemId,
  suggestions,
  refused,
}: {
  postmortemId: string;
  suggestions: string[];
  refused?: Refused | undefined;
}) {
  return (
    <Form method="post" action={paths.postmortemPeople(postmortemId)} className="space-y-3">
      <TextField
        label="Name or e-mail"
        name="person"
        required
        list="people-here"
        autoComplete="off"
        defaultValue={refused?.values.person}
        error={refused?.errors.person}
      />
      <Suggestions id="people-here" names={suggestions} />
      <Select
        label="Their part"
        name="part"
        defaultValue={refused?.values.part ?? 'participant'}
        error={refused?.errors.part}
      >
        <option value="participant">Participant: writes with us</option>
        <option value="reviewer">Reviewer: reads it in review</option>
        <option value="reader">Reader: reads it when published</option>
      </Select>
      <Button>Add</Button>
    </Form>
  );
}
