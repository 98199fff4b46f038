import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

/** Adds a person to a postmortem. */
export function InvolveForm({
  postmortemId,
  refused,
}: {
  postmortemId: string;
  refused?: Refused | undefined;
}) {
  return (
    <Form method="post" action={paths.postmortemPeople(postmortemId)} className="space-y-3">
      <SuggestingField
        label="Name or e-mail"
        name="person"
        from={paths.personNames()}
        required
        defaultValue={refused?.values.person}
        error={refused?.errors.person}
      />
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
