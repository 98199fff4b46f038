import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { Button } from './button.tsx';
import { inputLook } from './field.tsx';

/** Text to take along. The button comes with JavaScript; selecting works without it. */
export function CopyField({ label, value, help }: { label: ReactNode; value: string; help?: ReactNode }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [canCopy, setCanCopy] = useState(false);
  const [copied, setCopied] = useState(false);
  // Browsers offer the clipboard over HTTPS and on localhost only.
  useEffect(() => setCanCopy(Boolean(navigator.clipboard)), []);

  async function copy() {
    field.current?.select();
    await navigator.clipboard.writeText(value).then(
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
          className={`${inputLook} min-h-10 font-mono text-sm`}
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
      <p role="status" className="text-sm text-good">
        {copied && 'Copied.'}
      </p>
    </div>
  );
}
