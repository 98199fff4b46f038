import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

type Around = { label: ReactNode; help?: ReactNode; error?: string | undefined; hideLabel?: boolean };

export const inputLook =
  'block w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-ink placeholder:text-soft aria-invalid:border-alert';

function Around({
  id,
  label,
  help,
  error,
  hideLabel,
  children,
}: Around & { id: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-sm font-medium'}>
        {label}
      </label>
      {children}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-soft">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-alert">
          {error}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { help, error }: { help?: ReactNode; error?: string | undefined }) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});

/** One line of text with its label, and what to do about it beside it. */
export function TextField({
  label,
  help,
  error,
  hideLabel,
  className = '',
  ...rest
}: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Around {...{ id, label, help, error, hideLabel }}>
      <input
        type="text"
        {...rest}
        {...described(id, { help, error })}
        className={`${inputLook} min-h-10.5 ${className}`}
      />
    </Around>
  );
}

export function TextArea({
  label,
  help,
  error,
  hideLabel,
  className = '',
  ...rest
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Around {...{ id, label, help, error, hideLabel }}>
      <textarea
        rows={4}
        {...rest}
        {...described(id, { help, error })}
        className={`${inputLook} leading-relaxed ${className}`}
      />
    </Around>
  );
}

export function Select({
  label,
  help,
  error,
  hideLabel,
  className = '',
  children,
  ...rest
}: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <Around {...{ id, label, help, error, hideLabel }}>
      <select
        {...rest}
        {...described(id, { help, error })}
        className={`${inputLook} min-h-10.5 ${className}`}
      >
        {children}
      </select>
    </Around>
  );
}

export function Checkbox({
  label,
  help,
  error,
  hideLabel: _,
  className = '',
  ...rest
}: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className={className}>
      <div className="flex items-start gap-2">
        <input
          type="checkbox"
          {...rest}
          {...described(id, { help, error })}
          className="mt-1 size-4 accent-accent"
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {help && (
        <p id={`${id}-help`} className="ml-6 text-sm text-soft">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="ml-6 text-sm font-medium text-alert">
          {error}
        </p>
      )}
    </div>
  );
}
