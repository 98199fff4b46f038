import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';

type Props = {
  values: Record<string, string>;
  version: number;
  button: string;
  refused: Refused | undefined;
};

/** What an organiser says of an award. */
export function AwardFields({ values, version, button, refused }: Props) {
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? values[name],
    error: refused?.errors[name],
  });
  return (
    <Form method="post" key={version} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      <TextField label="Name" {...field('name')} required maxLength={60} autoComplete="off" />
      <TextArea
        label="What it is given for"
        {...field('about')}
        rows={3}
        required
        maxLength={300}
        help="What somebody did for others, such as “Kept calm and kept everybody informed while something was down.” Not how much or how often."
      />
      <Button weight="primary">{button}</Button>
    </Form>
  );
}
