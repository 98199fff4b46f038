import { type ComponentProps, type FormEvent, useEffect, useId, useRef, useState } from 'react';

import { TextField } from './field.tsx';
import { Suggestions } from './suggestions.tsx';

/** ms after the last letter */
const PAUSE = 150;

/**
 * A line of text that offers names while somebody types. `from` answers `?q=` with `{ names: string[] }`; they may write
 * anything else, and without a script it is a line of text like any other.
 */
export function SuggestingField({ from, ...rest }: ComponentProps<typeof TextField> & { from: string }) {
  const listId = useId();
  const [names, setNames] = useState<string[]>([]);
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    asking.current?.abort();
  };
  useEffect(() => stop, []);
  const typed = ({ currentTarget }: FormEvent<HTMLInputElement>) => {
    stop();
    const q = currentTarget.value.trim();
    // What was chosen from the list needs no further offers.
    if (q === '' || names.includes(q)) return;
    timer.current = setTimeout(() => {
      asking.current = new AbortController();
      void ask(`${from}?${new URLSearchParams({ q })}`, asking.current.signal).then((found) => {
        if (found) setNames(found);
      });
    }, PAUSE);
  };
  return (
    <>
      <TextField {...rest} list={listId} autoComplete="off" onInput={typed} />
      <Suggestions id={listId} names={names} />
    </>
  );
}

/** The names offered; null when there is no answer, or none is wanted any more. */
async function ask(path: string, signal: AbortSignal): Promise<string[] | null> {
  try {
    const response = await fetch(path, { signal });
    if (!response.ok || response.redirected) return null;
    return ((await response.json()) as { names: string[] }).names;
  } catch {
    return null;
  }
}
