import { paths } from '#app/paths.ts';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

import { MOST_REASON } from './thanks.ts';

type Props = {
  /** whom it is for, where one came from their page */
  to: string;
  /** whom one came for and cannot thank */
  problem: { name: string; words: string } | null;
  values?: Record<string, string> | undefined;
  errors?: Partial<Record<'id' | 'to' | 'reason' | 'meant', string>> | undefined;
};

/** Whom, what for, and for whose eyes. */
export function ThanksFields({ to, problem, values, errors }: Props) {
  const isForWall = values?.meant === 'wall';
  return (
    <>
      {problem && !values && (
        <Callout tone="warn" title={`About ${problem.name}`}>
          <p>{problem.words}</p>
        </Callout>
      )}
      <SuggestingField
        from={paths.personNames()}
        label="Whom do you thank?"
        name="to"
        required
        defaultValue={values?.to ?? to}
        error={errors?.to}
        help="A name or an e-mail."
      />
      <TextArea
        label="What for?"
        name="reason"
        rows={5}
        required
        maxLength={MOST_REASON}
        defaultValue={values?.reason}
        error={errors?.reason ?? errors?.id}
        help="What did they do, and whom did it make safer? A sentence or two."
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">For whose eyes?</legend>
        <Eyes value="private" checked={!isForWall} title="Theirs">
          It stays between the two of you.
        </Eyes>
        <Eyes value="wall" checked={isForWall} title="The wall, if they like">
          They may show it to everybody, with your name.
        </Eyes>
        <p className="mt-2 text-sm text-soft">
          They decide what becomes of it, and may show it to their manager.
        </p>
        {errors?.meant && <p className="mt-1 text-sm font-medium text-alert">{errors.meant}</p>}
      </fieldset>
    </>
  );
}

type EyesProps = { value: string; checked: boolean; title: string; children: string };

function Eyes({ value, checked, title, children }: EyesProps) {
  return (
    <label className="flex items-start gap-2 py-1">
      <input
        type="radio"
        name="meant"
        value={value}
        defaultChecked={checked}
        className="mt-1 size-4 accent-accent"
      />
      <span>
        {title} <span className="block text-sm text-soft">{children}</span>
      </span>
    </label>
  );
}
