import { TextArea, TextField } from '#app/ui/field.tsx';

type Props = {
  values: { topic?: string | undefined; tried?: string | undefined };
  errors?: Record<string, string | undefined> | undefined;
  /** who reads it, in words */
  readers: string;
};

/** What somebody would like to talk about, and what they have tried. */
export function WordsFields({ values, errors, readers }: Props) {
  return (
    <>
      <TextField
        label="What is it about?"
        name="topic"
        required
        maxLength={150}
        defaultValue={values.topic}
        error={errors?.topic}
        help={`A few words will do, and a vague feeling counts. ${readers}`}
      />
      <TextArea
        label="What have you tried so far?"
        name="tried"
        rows={4}
        defaultValue={values.tried}
        error={errors?.tried}
        help="It saves you both the first five minutes. “Nothing yet, I do not know where to begin” is a good answer."
      />
    </>
  );
}
