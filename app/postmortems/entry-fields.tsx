import type { Refused } from '#app/http/form.server.ts';
import { TextArea, TextField } from '#app/ui/field.tsx';

type Values = { day: string; time: string; zone: string; written: string; text: string };

/** The fields of a timeline entry. */
export function EntryFields({
  values,
  refused,
  timezone,
}: {
  values: Values;
  refused?: Refused | undefined;
  timezone: string | null;
}) {
  const typed = (name: keyof Values) => refused?.values[name] ?? values[name];
  const error = (name: string) => refused?.errors[name];
  return (
    <div className="space-y-4">
      <div className="grid gap-4 min-[23rem]:grid-cols-2 sm:grid-cols-4">
        <TextField label="Day" type="date" name="day" defaultValue={typed('day')} error={error('day')} />
        <TextField label="Time" type="time" name="time" defaultValue={typed('time')} error={error('time')} />
        <TextField
          label="Zone"
          name="zone"
          defaultValue={typed('zone')}
          error={error('zone')}
          placeholder={timezone ?? ''}
        />
        <TextField
          label="Or in words"
          name="written"
          defaultValue={typed('written')}
          error={error('written')}
          placeholder="around noon"
        />
      </div>
      <TextArea
        label="What happened"
        name="text"
        rows={2}
        defaultValue={typed('text')}
        error={error('text')}
      />
    </div>
  );
}
