import { TextArea, TextField } from '#app/ui/field.tsx';

type Given = Record<string, string | undefined> | undefined;

/** What a question is: a title, and more about it. */
export function QuestionFields({ values, errors }: { values: Given; errors: Given }) {
  return (
    <>
      <TextField
        label="Your question, in a few words"
        name="title"
        required
        maxLength={150}
        autoComplete="off"
        placeholder="May a test database hold real addresses?"
        defaultValue={values?.title}
        error={errors?.title}
      />
      <TextArea
        label="More about it"
        name="text"
        rows={6}
        autoComplete="off"
        defaultValue={values?.text}
        error={errors?.text ?? errors?.id ?? errors?.secret}
        help="What you want to do, and what you have tried. May stay empty."
      />
    </>
  );
}
