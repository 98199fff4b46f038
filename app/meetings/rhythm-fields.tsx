import { Select, TextField } from '#app/ui/field.tsx';

import { offeredRhythms, rhythmWords, type SeriesErrors } from './series-words.ts';

type Props = { timezones: string[]; values: Record<string, string>; errors: SeriesErrors };

/** When a series comes: its first day, its time, its zone, and how often. */
export function RhythmFields({ timezones, values, errors }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label="First day"
          name="firstDay"
          type="date"
          required
          defaultValue={values.firstDay}
          error={errors.firstDay}
        />
        <TextField
          label="Time"
          name="time"
          type="time"
          required
          defaultValue={values.time}
          error={errors.time}
        />
        <Select label="Time zone" name="timezone" defaultValue={values.timezone} error={errors.timezone}>
          {values.timezone && !timezones.includes(values.timezone) && (
            <option value={values.timezone}>{values.timezone} (no longer known)</option>
          )}
          {timezones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      </div>
      <fieldset className="group">
        <legend className="mb-1 text-sm font-medium">How often it comes</legend>
        <div className="space-y-2">
          {offeredRhythms.map((rhythm) => (
            <label key={rhythm} className="flex items-start gap-2.5">
              <input
                type="radio"
                name="rhythm"
                value={rhythm}
                defaultChecked={rhythm === (values.rhythm ?? 'monthly')}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              {rhythmWords[rhythm]}
            </label>
          ))}
        </div>
        {errors.rhythm && <p className="mt-2 text-sm font-medium text-alert">{errors.rhythm}</p>}
        <div className="mt-3 hidden border-l-2 border-line pl-4 group-has-[[value=custom]:checked]:block">
          <TextField
            label="Rule (RFC 5545)"
            name="rule"
            spellCheck={false}
            autoCapitalize="characters"
            defaultValue={values.rule}
            error={errors.rule}
            className="font-mono"
            help="Weeks or months: FREQ=WEEKLY;INTERVAL=3;BYDAY=TU, or FREQ=MONTHLY;BYMONTHDAY=15, with UNTIL or COUNT where it ends."
          />
        </div>
      </fieldset>
    </>
  );
}
