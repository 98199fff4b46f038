import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

import { OTHER } from './agenda.ts';
import { meetingWords } from './item-words.ts';
import type { SeriesAhead } from './series-ahead.server.ts';

type Values = Record<string, string>;
type Props = {
  kinds: { key: string; heading: string; minutes: number }[];
  values: Values;
  errors: Partial<Record<string, string>>;
  save: string;
  /** where a new one can go; null: it has its place */
  ahead: SeriesAhead[] | null;
};

/** The fields of something for an agenda, and the button that sends them. */
export function AgendaItemFields({ kinds, values, errors, save, ahead }: Props) {
  const field = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] });
  return (
    <div className="space-y-4">
      {ahead && <PlaceSelect ahead={ahead} value={values.place ?? ''} error={errors.place} />}
      <TextField label="In a few words" required maxLength={200} {...field('title')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Kind" {...field('kind')}>
          {kinds.map(({ key, heading, minutes }) => (
            <option key={key} value={key}>
              {heading} ({minutes} min)
            </option>
          ))}
          <option value={OTHER}>Something else</option>
        </Select>
        <TextField label="Minutes" type="number" min={1} max={480} required {...field('minutes')} />
      </div>
      <TextArea
        label="What it is about"
        rows={4}
        help="What people will know or be able to do afterwards. You can use Markdown."
        {...field('about')}
      />
      <SuggestingField
        label="Who presents it"
        from={paths.personNames()}
        help="A name or an e-mail address. Leave it empty while nobody has said yes yet."
        {...field('presenter')}
      />
      <TextField label="Link" inputMode="url" help="To slides, an article, a repository" {...field('link')} />
      <Button weight="primary">{save}</Button>
    </div>
  );
}

function PlaceSelect({
  ahead,
  value,
  error,
}: {
  ahead: SeriesAhead[];
  value: string;
  error?: string | undefined;
}) {
  return (
    <Select label="For" name="place" defaultValue={value} error={error}>
      {ahead.map(({ id, name, coming }) => (
        <optgroup key={id} label={name}>
          <option value={`series ${id}`}>{name}: when it fits</option>
          {coming.map((meeting) => (
            <option key={meeting.id} value={`meeting ${meeting.id}`}>
              {meetingWords(meeting)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
