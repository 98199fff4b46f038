import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

type Props = { role: string; called: string; refused?: Refused | undefined };

/** Gives a role: to whom, in the squads it is for, and an embedded engineer from when to when. */
export function GiveForm({ role, called, refused }: Props) {
  const inSquads = !['organiser', 'administrator'].includes(role);
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.errors[name],
  });
  return (
    <Card aria-labelledby="give">
      <h2 id="give" className="mb-3 font-serif text-xl font-semibold">
        Name {/^[aeo]/.test(called) ? 'an' : 'a'} {called}
      </h2>
      <Form method="post" key={role} className="space-y-4">
        <input type="hidden" name="role" value={role} />
        <SuggestingField
          label="Who"
          {...field('person')}
          from={paths.personNames()}
          required
          help="Name or e-mail"
        />
        {role === 'advocate' && (
          <TextArea label="Squads" {...field('squads')} rows={3} required help="One a line" />
        )}
        {inSquads && role !== 'advocate' && (
          <TextField label="Squad" {...field('squads')} required autoComplete="off" />
        )}
        {role === 'embedded' && (
          <div className="grid grid-cols-2 gap-3">
            <TextField label="From" type="date" {...field('from')} help="Empty: today" />
            <TextField label="Until" type="date" {...field('to')} help="Empty: permanently" />
          </div>
        )}
        <Button weight="primary">Give the role</Button>
      </Form>
    </Card>
  );
}
