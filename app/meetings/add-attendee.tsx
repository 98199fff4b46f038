import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

/** Puts somebody on the list by name. */
export function AddAttendee({ refused }: { refused: Refused<'person'> | undefined }) {
  return (
    <Form method="post" className="no-print flex max-w-xl items-end gap-2">
      <div className="min-w-0 flex-1">
        <SuggestingField
          label="Somebody else is there"
          name="person"
          from={paths.personNames()}
          required
          defaultValue={refused?.values.person}
          error={refused?.errors.person}
        />
      </div>
      <Button>Add</Button>
    </Form>
  );
}
