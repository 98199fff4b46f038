import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import { type NotSent, notSent, type SectionAnswer } from './section-answer.ts';

/** ms */
const PAUSE = 1200;
const AFTER_FAILURE = 5000;

/** Posts a form; whatever happens, it answers. Not through the router, whose errors replace the page and its text. */
export async function post<Answer>(
  path: string,
  form: HTMLFormElement,
): Promise<Answer | { failed: NotSent }> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  try {
    const response = await fetch(path, { method: 'POST', body });
    const json = response.headers.get('Content-Type')?.startsWith('application/json');
    return json && !response.redirected ? ((await response.json()) as Answer) : { failed: notSent(response) };
  } catch {
    return { failed: notSent(null) };
  }
}

/**
 * Saves a form some time after the last change, one save at a time. The version sent is that of the text being
 * edited: it moves with this form's own saves only, never with what is loaded meanwhile, or a conflict would hide.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, path: string, firstVersion: number) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [version, setVersion] = useState(firstVersion);
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SectionAnswer | null>(null);
  const [failed, setFailed] = useState<NotSent | null>(null);
  const stale = answer?.stale ?? null;

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    if (!form.current || busy) return;
    setBusy(true);
    setUnsaved(false);
    const told = await post<SectionAnswer>(path, form.current);
    setBusy(false);
    if ('failed' in told) {
      setFailed(told.failed);
      setUnsaved(true);
      return;
    }
    setFailed(null);
    setAnswer(told);
    if (told.error === null) setVersion(told.version);
    else setUnsaved(true);
  }, [form, path, busy]);

  // After a conflict or a refusal a person decides; nothing is saved behind their back.
  const waiting = unsaved && !busy && !stale && failed?.again !== false;
  useEffect(() => {
    if (!waiting) return;
    timer.current = setTimeout(() => void saveNow(), failed ? AFTER_FAILURE : PAUSE);
    return () => clearTimeout(timer.current);
  }, [waiting, failed, saveNow]);

  useEffect(() => {
    if (!unsaved && !busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved, busy]);

  const changed = () => {
    setUnsaved(true);
    if (answer?.error) setAnswer({ ...answer, error: null });
  };

  return {
    saveNow,
    changed,
    version,
    stale,
    error: failed?.text ?? answer?.error ?? null,
    word: busy ? 'Saving …' : unsaved ? 'Not saved yet' : answer && !stale ? 'Saved' : '',
  };
}
