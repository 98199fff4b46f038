import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = {
  personId: string;
  name: string;
  belts: { key: string; name: string; requirements: { id: string; words: string }[] }[];
  today: string;
  last: string;
  refused: Refused | undefined;
};

/** Lets somebody go without a requirement, for a reason and until a day. */
export function WaiverForm({ personId, name, belts, today, last, refused }: Props) {
  return (
    <Card aria-labelledby="waive" className="mt-6">
      <h2 id="waive" className="font-serif text-xl font-semibold">
        Let a requirement wait
      </h2>
      <p className="mt-1 mb-4 text-sm text-soft">
        It counts as met until the day you choose. {name} is told, and they and their manager read why.
      </p>
      <Form method="post" action={paths.beltWaivers(personId)} className="max-w-xl space-y-4">
        <Select
          label="What may wait"
          name="requirement"
          required
          defaultValue={refused?.values.requirement ?? ''}
          error={refused?.errors.requirement}
        >
          <option value="" disabled>
            Choose a requirement
          </option>
          {belts.map((belt) => (
            <optgroup key={belt.key} label={belt.name}>
              {belt.requirements.map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <TextArea
          label="Why"
          name="reason"
          rows={3}
          required
          defaultValue={refused?.values.reason}
          error={refused?.errors.reason}
        />
        <TextField
          label="Until"
          name="until"
          type="date"
          min={today}
          max={last}
          required
          help="The last day, within a year: then somebody looks again."
          defaultValue={refused?.values.until}
          error={refused?.errors.until}
        />
        <Button weight="primary">Let it wait</Button>
      </Form>
    </Card>
  );
}
