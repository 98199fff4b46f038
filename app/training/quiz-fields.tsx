import { useEffect, useId, useRef, useSyncExternalStore } from 'react';

import { CodeListing } from './code-listing.tsx';
import { InlineCode } from './inline-code.tsx';
import type { ShownQuestion } from './quiz-question.ts';

type Fields = {
  question: ShownQuestion;
  /** "Question 3 of 8": read out with what is asked */
  progress: string;
  /** the places of what is chosen already */
  chosen?: number[] | undefined;
  error?: string | undefined;
};

/** A question and its options, inside a form. What it sends are places on this page, which say nothing about the bank. */
export function QuizFields({ question, progress, chosen = [], error }: Fields) {
  const id = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  const { prompt, code, multiple, options } = question;
  const forLine = options.every(({ line }) => line !== null);

  // Keys work while the question has the focus, and only then: it is given to it when it appears.
  useEffect(() => {
    const within = fields.current;
    if (!within) return;
    within.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent) => choose(event, within);
    within.addEventListener('keydown', listen);
    return () => within.removeEventListener('keydown', listen);
  }, []);

  const input = (place: number) => (
    <input
      type={multiple ? 'checkbox' : 'radio'}
      name="choice"
      value={place}
      data-key={options[place]!.line ?? place + 1}
      defaultChecked={chosen.includes(place)}
      aria-describedby={error ? `${id}-error` : undefined}
      className="size-4 shrink-0 accent-accent"
    />
  );
  const placeOf = (line: number) => options.findIndex((option) => option.line === line);

  return (
    <fieldset ref={fields} tabIndex={-1} className="min-w-0 outline-hidden" aria-describedby={`${id}-how`}>
      <legend className="mb-4 text-lg leading-snug font-medium [overflow-wrap:anywhere] sm:text-xl">
        <span className="sr-only">{progress}. </span>
        <InlineCode text={prompt} />
      </legend>
      {code !== null && (
        <div className="mb-4">
          {forLine ? (
            <CodeListing
              code={code}
              labelled={(line) => placeOf(line) >= 0}
              before={(line) => placeOf(line) >= 0 && input(placeOf(line))}
            />
          ) : (
            <CodeListing code={code} />
          )}
        </div>
      )}
      {!forLine && (
        <ul className="grid gap-2">
          {options.map(({ text }, place) => (
            <li key={place}>
              <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-2 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash">
                {input(place)}
                <span aria-hidden="true" className="w-3 text-sm text-soft tabular-nums">
                  {place + 1}
                </span>
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <InlineCode text={text} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-how`} className="mt-3 text-sm text-soft">
        {multiple ? 'Choose all that apply.' : forLine ? 'Choose the line.' : 'Choose one.'}
        <KeysHint forLine={forLine} />
      </p>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm font-medium text-alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const never = () => () => {};

/** Where scripts run, and there are keys. */
function KeysHint({ forLine }: { forLine: boolean }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return null;
  return (
    <span className="hidden pointer-fine:inline">
      {' '}
      {forLine ? 'The number of a line chooses it' : 'Its number chooses an answer'}, Enter goes on.
    </span>
  );
}

/** A number key chooses the option of that number, or of that line; Enter sends the form, as in any field. */
function choose(event: KeyboardEvent, within: HTMLFieldSetElement) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    within.form?.requestSubmit();
    return;
  }
  const field = within.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(event.key)}"]`);
  if (!field) return;
  event.preventDefault();
  field.click();
  field.focus();
}
