import { type ReactNode, useId, useRef, useState, useSyncExternalStore } from 'react';

import { Button } from './button.tsx';
import { inputLook } from './field.tsx';

const never = () => () => {};
/** Browsers offer the clipboard over HTTPS and on localhost only. */
const offersClipboard = () => Boolean(navigator.clipboard);
const isNotThereYet = () => false;

/** Text to take along. The button comes with JavaScript; selecting works without it. */
export function CopyField({ label, value, help }: { label: ReactNode; value: string; help?: ReactNode }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const canCopy = useSyncExternalStore(never, offersClipboard, isNotThereYet);

  function copy() {
    field.current?.select();
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => {},
    );
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          aria-describedby={help ? `${id}-help` : undefined}
          className={`${inputLook} min-h-10.5 font-mono text-sm`}
        />
        {canCopy && (
          <Button type="button" onClick={copy}>
            Copy
          </Button>
        )}
      </div>
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-soft">
          {help}
        </p>
      )}
      <output className="block text-sm text-good">{copied && 'Copied.'}</output>
    </div>
  );
}
