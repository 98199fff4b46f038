import { paths } from '#app/paths.ts';
import { Select, TextField } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

type Props = {
  agendas: { slug: string; name: string; about: string }[];
  values: Record<string, string>;
  errors: Partial<Record<string, string>>;
};

/** From which agenda, how long, where, and who runs it: of a series, and of one meeting. */
export function PlaceFields({ agendas, values, errors }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
        <Select
          label="Agenda"
          name="template"
          defaultValue={values.template}
          error={errors.template}
          help="What a meeting is made of; proposals are placed under its parts."
        >
          {agendas.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <TextField
          label="Minutes"
          name="minutes"
          inputMode="numeric"
          required
          defaultValue={values.minutes}
          error={errors.minutes}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Place"
          name="place"
          maxLength={200}
          defaultValue={values.place}
          error={errors.place}
          help="A room, or nothing where everybody joins from afar."
        />
        <TextField
          label="Link"
          name="link"
          type="url"
          defaultValue={values.link}
          error={errors.link}
          placeholder="https://"
          help="Where one joins by video."
        />
      </div>
      <SuggestingField
        label="Host"
        name="host"
        from={paths.personNames()}
        defaultValue={values.host}
        error={errors.host}
        help="Runs it together with organisers. A name or an e-mail address; may stay empty."
      />
    </>
  );
}
