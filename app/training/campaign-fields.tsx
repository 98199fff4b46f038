import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';

import { audienceKinds, audienceWords } from './audience-words.ts';
import { Choice, Choices } from './campaign-choices.tsx';
import { areaField, moduleField } from './campaign-field-names.ts';
import { type FieldErrors } from './campaign-form.ts';

export type FormFacts = {
  lessons: { key: string; title: string; minutes: number | null; belt: string | null }[];
  areas: string[];
  values: Record<string, string>;
  errors: FieldErrors;
  /** of a campaign that is open: what stays as it is */
  fixed: { opens: string; counting: string; modules: string[] } | null;
  version: number;
  save: string;
};

/** The form of a campaign, new or there already. */
export function CampaignForm({ lessons, areas, values, errors, fixed, version, save }: FormFacts) {
  const chosen = (field: string) => field in values;
  return (
    <Form method="post" className="space-y-7">
      <input type="hidden" name="version" value={version} />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={120}
        defaultValue={values.name}
        error={errors.name}
        help="What people will see, such as “Training for the second quarter”."
      />
      <TextArea
        label="What it is about"
        name="about"
        rows={3}
        defaultValue={values.about}
        error={errors.about}
        help="Why now, and whom to turn to. Markdown; may stay empty."
      />
      {fixed ? (
        <Kept {...fixed} lessons={lessons.filter(({ key }) => fixed.modules.includes(key))} />
      ) : (
        <Choices legend="Lessons" error={errors.modules}>
          {lessons.map(({ key, title, minutes, belt }) => (
            <Choice
              key={key}
              type="checkbox"
              name={moduleField(key)}
              value="on"
              chosen={chosen(moduleField(key))}
            >
              {title}{' '}
              <span className="text-sm text-soft">
                {minutes === null
                  ? `(${key}, no longer there)`
                  : [belt, `${minutes} min`].filter(Boolean).join(' · ')}
              </span>
            </Choice>
          ))}
        </Choices>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {!fixed && (
          <TextField
            label="First day"
            type="date"
            name="opens"
            required
            defaultValue={values.opens}
            error={errors.opens}
          />
        )}
        <TextField
          label="Last day"
          type="date"
          name="closes"
          required
          defaultValue={values.closes}
          error={errors.closes}
          help="It is open until this day is over."
        />
      </div>
      {!fixed && (
        <Choices legend="What counts">
          <Choice type="radio" name="counting" value="year" chosen={values.counting !== 'anew'}>
            Also what somebody passed in the twelve months before
          </Choice>
          <Choice type="radio" name="counting" value="anew" chosen={values.counting === 'anew'}>
            What is passed from the first day on: everybody does it anew
          </Choice>
        </Choices>
      )}
      <Audience {...{ areas, values, errors }} />
      <Button weight="primary">{save}</Button>
    </Form>
  );
}

function Kept({
  lessons,
  opens,
  counting,
}: {
  lessons: FormFacts['lessons'];
  opens: string;
  counting: string;
}) {
  return (
    <div className="rounded-md border border-line bg-sunken px-4 py-3 text-sm">
      <p>
        It has been open since {opens}. Its first day, its lessons and what counts (
        {counting === 'anew' ? 'passes from that day on' : 'also passes of the year before'}) stay as they
        are, so that what somebody has done stays done.
      </p>
      <ul className="mt-2 list-disc pl-5">
        {lessons.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

/** What belongs to an answer shows once it is chosen, also without a script. */
function Audience({ areas, values, errors }: Pick<FormFacts, 'areas' | 'values' | 'errors'>) {
  const kind = values.audience ?? 'engineers';
  return (
    <div className="group">
      <Choices legend="Whom it asks" error={errors.audience}>
        {audienceKinds.map((one) => (
          <Choice key={one} type="radio" name="audience" value={one} chosen={one === kind}>
            {audienceWords[one]}
          </Choice>
        ))}
      </Choices>
      <div className="mt-4 hidden border-l-2 border-line pl-4 group-has-[[value=areas]:checked]:block">
        <Choices legend="Product areas" error={errors.areas}>
          {areas.length === 0 && <p className="text-soft">No squad says its area yet.</p>}
          {areas.map((area) => (
            <Choice
              key={area}
              type="checkbox"
              name={areaField(area)}
              value="on"
              chosen={areaField(area) in values}
            >
              {area}
            </Choice>
          ))}
        </Choices>
      </div>
      <div className="mt-4 hidden border-l-2 border-line pl-4 group-has-[[value=squads]:checked]:block">
        <TextArea
          label="Squads"
          name="squads"
          rows={6}
          defaultValue={values.squads}
          error={errors.squads}
          help="One in each line, as the page of squads calls them."
        />
      </div>
    </div>
  );
}
