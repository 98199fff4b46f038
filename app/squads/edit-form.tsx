import { Form } from '@remix-run/react';
import { useId } from 'react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';
import { Suggestions } from '#app/ui/suggestions.tsx';

import { criticalities, criticalityWords } from './criticality.ts';

type Props = {
  /** the squad as fields: what each holds before anybody types */
  values: Record<string, string>;
  version: number;
  areas: string[];
  members: number;
  refused?: Refused | undefined;
};

/** What is said of a squad. */
export function EditForm({ values, version, areas, members, refused }: Props) {
  const areasId = useId();
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? values[name],
    error: refused?.errors[name],
  });
  return (
    <Form method="post" key={version} className="grid gap-5 sm:grid-cols-2">
      <input type="hidden" name="version" value={version} />
      <TextField label="Name" {...field('name')} required autoComplete="off" />
      <TextField
        label="Area"
        {...field('area')}
        list={areasId}
        autoComplete="off"
        help="What it builds belongs to, such as Checkout"
      />
      <Suggestions id={areasId} names={areas} />
      <TextField
        label="Developers"
        {...field('developers')}
        inputMode="numeric"
        autoComplete="off"
        help={`Left empty, its members are counted: ${members} now`}
      />
      <Select label="Criticality" {...field('criticality')} help="How much depends on what it builds">
        <option value="">Not said</option>
        {criticalities.map((one) => (
          <option key={one} value={one}>
            {one}, {criticalityWords[one]}
          </option>
        ))}
      </Select>
      <SuggestingField
        label="Manager"
        {...field('manager')}
        from={paths.personNames()}
        help="Name or e-mail. Agrees the time of champions who have no manager named"
      />
      <SuggestingField
        label="Product owner"
        {...field('productOwner')}
        from={paths.personNames()}
        help="Name or e-mail"
      />
      <p className="sm:col-span-2">
        <Button weight="primary">Save</Button>
      </p>
    </Form>
  );
}
