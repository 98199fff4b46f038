import { type ReactNode, useId } from 'react';

/** A question with several answers to choose or tick from. */
export function Choices({
  legend,
  help,
  error,
  children,
}: {
  legend: string;
  help?: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {help && (
        <p id={`${id}-help`} className="mb-2 text-sm text-soft">
          {help}
        </p>
      )}
      <div className="space-y-2">{children}</div>
      {error && (
        <p id={`${id}-error`} className="mt-2 text-sm font-medium text-alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

type Answer = {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  chosen: boolean;
  children: ReactNode;
};

/** One of the answers; its words are part of what can be clicked. */
export const Choice = ({ type, name, value, chosen, children }: Answer) => (
  <label className="flex items-start gap-2.5">
    <input
      type={type}
      name={name}
      value={value}
      defaultChecked={chosen}
      className="mt-1 size-4 shrink-0 accent-accent"
    />
    <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
  </label>
);
