import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';

type Refused = { errors: { month?: string; hours?: string; word?: string }; values: Record<string, string> };

/** Ten seconds: the month that is likely meant, a number, and perhaps a word. */
export function HoursForm({
  to,
  months,
  likely,
  refused,
}: {
  to: string;
  months: { month: string; words: string }[];
  likely: string;
  refused?: Refused | undefined;
}) {
  return (
    <Form method="post" action={to} className="flex flex-wrap items-start gap-3">
      <div className="basis-44">
        <Select
          label="Month"
          name="month"
          defaultValue={refused?.values.month ?? likely}
          error={refused?.errors.month}
        >
          {months.map(({ month, words }) => (
            <option key={month} value={month}>
              {words}
            </option>
          ))}
        </Select>
      </div>
      <div className="w-28">
        <TextField
          label="Hours"
          name="hours"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={refused?.values.hours}
          error={refused?.errors.hours}
        />
      </div>
      <div className="min-w-0 flex-1 basis-48">
        <TextField
          label="A word, if you like"
          name="word"
          autoComplete="off"
          maxLength={200}
          defaultValue={refused?.values.word}
          error={refused?.errors.word}
        />
      </div>
      <Button weight="primary" className="sm:mt-6">
        Tell it
      </Button>
    </Form>
  );
}
