import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';

type Props = { id: string; sizes: string[]; refused: Refused | undefined };

/** What came to a shelf, or is gone from it. */
export function StockFields({ id, sizes, refused }: Props) {
  const of = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.errors[name],
  });
  return (
    <Form method="post" className="space-y-4">
      <input type="hidden" name="id" value={id} />
      {sizes.some((size) => size !== '') && (
        <Select label="Size" {...of('size')} required>
          {sizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </Select>
      )}
      <TextField
        label="How many"
        {...of('change')}
        required
        autoComplete="off"
        help="12 when a dozen came; −1 when one is gone. What is sent to somebody goes off by itself."
      />
      <TextField
        label="A note"
        {...of('note')}
        required
        maxLength={200}
        autoComplete="off"
        help="Such as “Ordered in May”. Nobody’s name."
      />
      <Button weight="primary">Write it down</Button>
    </Form>
  );
}
