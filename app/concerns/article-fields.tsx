import { TextArea, TextField } from '#app/ui/field.tsx';

import type { StepRefused } from './step-action.server.ts';

/** What was learned, for everyone; or that there is nothing others could use. */
export function ArticleFields({ refused }: { refused: StepRefused | undefined }) {
  const learned = refused?.values.learned ?? 'article';
  const choice = 'flex cursor-pointer items-start gap-2';
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-semibold">What was learned</legend>
      <label className={choice}>
        <input
          type="radio"
          name="learned"
          value="article"
          defaultChecked={learned === 'article'}
          className="mt-1 size-4 accent-accent"
        />
        Something that answers the next person who asks
      </label>
      <div className="space-y-4 border-l-2 border-line pl-4">
        <p className="text-sm">
          Everyone here will read this, so it should name nobody: no person, no squad, no way to guess them.
        </p>
        <TextField
          label="What somebody may ask"
          name="question"
          maxLength={300}
          placeholder="May I share a staging password in the team chat?"
          defaultValue={refused?.values.question}
          error={refused?.errors.question}
        />
        <TextArea
          label="The answer"
          name="answer"
          rows={4}
          defaultValue={refused?.values.answer}
          error={refused?.errors.answer}
        />
      </div>
      <label className={choice}>
        <input
          type="radio"
          name="learned"
          value="nothing"
          defaultChecked={learned === 'nothing'}
          className="mt-1 size-4 accent-accent"
        />
        Nothing others could use
      </label>
    </fieldset>
  );
}
