import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';

import { hourRhythms, slotSizes } from './rhythms.ts';

const rhythmWords = {
  weekly: 'Every week',
  'two-weekly': 'Every two weeks',
  monthly: 'Every month, on the same weekday',
};

type Props = {
  values: Record<string, string>;
  errors: Record<string, string | undefined>;
  timezones: string[];
  /** a rule of another kind that these hours have, in words */
  kept: string | null;
  save: string;
};

/** The form of hours, new or there already. */
export function HoursForm({ values, errors, timezones, kept, save }: Props) {
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="version" value={values.version ?? ''} />
      <input type="hidden" name="id" value={values.id ?? ''} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="How often" name="rhythm" defaultValue={values.rhythm} error={errors.rhythm}>
          {hourRhythms.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {rhythmWords[rhythm]}
            </option>
          ))}
          {kept && <option value="kept">As it is: {kept}</option>}
        </Select>
        <TextField
          label="From which day"
          type="date"
          name="firstDay"
          required
          defaultValue={values.firstDay}
          error={errors.firstDay}
          help="Its weekday is the day you are there."
        />
        <TextField
          label="At what time"
          type="time"
          name="time"
          required
          defaultValue={values.time}
          error={errors.time}
        />
        <Select
          label="In which time zone"
          name="timezone"
          defaultValue={values.timezone}
          error={errors.timezone}
        >
          {timezones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        <TextField
          label="For how many minutes"
          type="number"
          name="minutes"
          min={15}
          max={480}
          required
          defaultValue={values.minutes}
          error={errors.minutes}
        />
        <Select
          label="One booking is"
          name="slotMinutes"
          defaultValue={values.slotMinutes}
          error={errors.slotMinutes}
        >
          {slotSizes.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes} minutes
            </option>
          ))}
        </Select>
      </div>
      <TextField
        label="Where"
        name="place"
        required
        maxLength={150}
        defaultValue={values.place}
        error={errors.place}
        help="A room, or “Online”."
      />
      <TextField
        label="Link to join from afar"
        type="url"
        name="link"
        defaultValue={values.link}
        error={errors.link}
        help="May stay empty."
      />
      <TextField
        label="What you like to be asked about"
        name="about"
        maxLength={1000}
        defaultValue={values.about}
        error={errors.about}
        help="Threat models, scanner findings, a first look at a design … May stay empty."
      />
      <Button weight="primary">{save}</Button>
    </Form>
  );
}
