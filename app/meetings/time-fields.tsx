import { TextField } from '#app/ui/field.tsx';

type Props = {
  timezone: string;
  values: Record<string, string>;
  errors: { day?: string | undefined; time?: string | undefined };
};

/** The day and time of one meeting, by the clocks of its zone. */
export const TimeFields = ({ timezone, values, errors }: Props) => (
  <div className="grid gap-4 sm:grid-cols-2">
    <TextField label="Day" name="day" type="date" required defaultValue={values.day} error={errors.day} />
    <TextField
      label="Time"
      name="time"
      type="time"
      required
      defaultValue={values.time}
      error={errors.time}
      help={`By the clocks of ${timezone}.`}
    />
  </div>
);
