import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';

import { DateList } from './date-list.tsx';
import { PlaceFields } from './place-fields.tsx';
import { RhythmFields } from './rhythm-fields.tsx';
import type { DateAhead } from './series.ts';
import type { SeriesErrors } from './series-words.ts';

type Props = {
  agendas: { slug: string; name: string; about: string }[];
  timezones: string[];
  values: Record<string, string>;
  errors: SeriesErrors;
  /** the next dates it would have; null before anybody asked */
  dates: DateAhead[] | null;
  version: number;
  save: string;
};

/** The form of a series, new or there already. */
export function SeriesForm({ agendas, timezones, values, errors, dates, version, save }: Props) {
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="version" value={version} />
      {dates && dates.length > 0 && (
        <Callout tone="accent" title="It would take place on" live>
          <div className="mt-1">
            <DateList dates={dates} />
          </div>
        </Callout>
      )}
      <TextField
        label="Name"
        name="name"
        required
        maxLength={120}
        defaultValue={values.name}
        error={errors.name}
        help="As it stands in calendars: “Security guild”."
      />
      <TextArea
        label="What it is for"
        name="about"
        rows={3}
        defaultValue={values.about}
        error={errors.about}
        help="Who is welcome, and what one takes home. Markdown; may stay empty."
      />
      <RhythmFields {...{ timezones, values, errors }} />
      <PlaceFields {...{ agendas, values, errors }} />
      <div className="sm:max-w-xs">
        <TextField
          label="Days before that invitations go out"
          name="inviteDays"
          inputMode="numeric"
          required
          defaultValue={values.inviteDays}
          error={errors.inviteDays}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button weight="primary">{save}</Button>
        <Button name="look" value="yes">
          Show the next dates
        </Button>
      </div>
    </Form>
  );
}
