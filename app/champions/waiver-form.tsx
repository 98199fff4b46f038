import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import { squadPolicies } from './coverage.ts';
import { policyWords } from './policy-words.ts';

type Refused = { errors: Partial<Record<string, string>>; values: Record<string, string> };

/** Lets a squad off a policy, for a reason and until a day. */
export function WaiverForm({ refused, today }: { refused: Refused | undefined; today: string }) {
  return (
    <Card aria-labelledby="waive">
      <h2 id="waive" className="font-serif text-xl font-semibold">
        Let it wait
      </h2>
      <p className="mt-1 mb-4 text-sm text-soft">
        A squad may go without for a good reason, and until a day. Everybody sees that it is waived and until
        when; the reason is read by organisers and by the squad’s own people.
      </p>
      <Form method="post" className="space-y-4">
        <Select
          label="What it is let off"
          name="policy"
          defaultValue={refused?.values.policy ?? 'per-squad'}
          error={refused?.errors.policy}
        >
          {squadPolicies.map((policy) => (
            <option key={policy} value={policy}>
              {policyWords[policy]}
            </option>
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
          required
          help="The last day. Within a year: then somebody looks again."
          defaultValue={refused?.values.until}
          error={refused?.errors.until}
        />
        <Button weight="primary">Waive it</Button>
      </Form>
    </Card>
  );
}
