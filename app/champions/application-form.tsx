import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';

type Refused = {
  errors: { squad?: string; manager?: string; word?: string };
  values: Record<string, string>;
};

/** Two minutes: which squad, who agrees the time, and a word. What is known already is not asked. */
export function ApplicationForm({
  squads,
  managers,
  managerEmail,
  isFirst,
  refused,
}: {
  squads: { id: string; name: string }[];
  managers: string[];
  managerEmail: string;
  isFirst: boolean;
  refused: Refused | undefined;
}) {
  // What was refused stays to be corrected, also where no squad is left to choose.
  if (squads.length === 0 && !refused)
    return (
      <p className="text-soft">
        {isFirst
          ? 'You are in no squad here yet. An organiser can add you to yours; then this takes two minutes.'
          : 'You belong to no other squad that you could be a champion of.'}
      </p>
    );
  return (
    <Form method="post" action={paths.application()} className="space-y-4">
      <Select
        label="Your squad"
        name="squad"
        required
        defaultValue={refused?.values.squad ?? squads[0]?.id}
        error={refused?.errors.squad}
      >
        {squads.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {managers.length > 0 ? (
        <div>
          <p className="text-sm font-medium">Who agrees the time</p>
          <p>{managers.join(', ')}</p>
        </div>
      ) : (
        <TextField
          label="Your manager’s e-mail address"
          type="email"
          name="manager"
          autoComplete="off"
          required
          defaultValue={refused?.values.manager ?? managerEmail}
          error={refused?.errors.manager}
          help="They are asked to agree the time."
        />
      )}
      <TextArea
        label="A word, if you like"
        name="word"
        rows={3}
        defaultValue={refused?.values.word}
        error={refused?.errors.word}
        help="Why you would like to, what you hope for. Your manager and organisers can read it."
      />
      <Button weight="primary">Apply</Button>
    </Form>
  );
}
