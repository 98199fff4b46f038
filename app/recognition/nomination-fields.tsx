import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, Select, TextArea } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

type Props = {
  id: string;
  awards: { key: string; name: string; about: string }[];
  /** what a link brought along */
  award: string;
  person: string;
  refused: Refused | undefined;
};

/** What somebody writes to put a colleague forward. */
export function NominationFields({ id, awards, award, person, refused }: Props) {
  return (
    <Form method="post" className="space-y-5">
      <input type="hidden" name="id" value={id} />
      <SuggestingField
        label="Who"
        name="person"
        from={paths.personNames()}
        required
        placeholder="Name or e-mail"
        help="They do not learn that you put them forward, unless it is given to them."
        defaultValue={refused?.values.person ?? person}
        error={refused?.errors.person}
      />
      <Select
        label="For which award"
        name="award"
        required
        defaultValue={refused?.values.award ?? award}
        error={refused?.errors.award}
      >
        <option value="" disabled>
          Choose an award
        </option>
        {awards.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      <TextArea
        label="What they did, and whom it helped"
        name="reason"
        rows={6}
        required
        help="Two people decide by what stands here. When it is given, whom you put forward reads it too."
        defaultValue={refused?.values.reason}
        error={refused?.errors.reason}
      />
      <Checkbox
        label="They may know it was me"
        name="known"
        value="yes"
        defaultChecked={refused ? refused.values.known === 'yes' : true}
        help="When it is given to them, your name stands beside it. Those who decide see it in any case."
      />
      <Button weight="primary">Put them forward</Button>
    </Form>
  );
}
