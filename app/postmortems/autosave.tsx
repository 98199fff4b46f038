import { useFetcher } from '@remix-run/react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import type { SectionAnswer } from './section-answer.ts';

/** ms */
const PAUSE = 1200;
const AFTER_FAILURE = 5000;

/**
 * Saves a form some time after the last change, one save at a time. The version sent is that of the text being
 * edited: it moves with this form's own saves only, never with what is loaded meanwhile, or a conflict would hide.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, firstVersion: number) {
  const save = useFetcher<SectionAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [version, setVersion] = useState(firstVersion);
  const [unsaved, setUnsaved] = useState(false);
  const busy = save.state !== 'idle';
  const answer = save.data;
  const stale = answer?.stale ?? null;
  const failed = answer?.error != null;

  useEffect(() => {
    if (!answer) return;
    if (answer.error) setUnsaved(true);
    else setVersion(answer.version);
  }, [answer]);

  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    if (!form.current || busy) return;
    setUnsaved(false);
    const fields = new FormData(form.current);
    fields.set('quietly', 'yes');
    save.submit(fields, { method: 'post', action: form.current.getAttribute('action')! });
  }, [form, busy, save]);

  const changed = () => setUnsaved(true);

  // After a conflict a person decides; nothing is saved behind their back.
  const waiting = unsaved && !busy && !stale && (!failed || answer.again === true);
  useEffect(() => {
    if (!waiting) return;
    timer.current = setTimeout(saveNow, failed ? AFTER_FAILURE : PAUSE);
    return () => clearTimeout(timer.current);
  }, [waiting, failed, saveNow]);

  useEffect(() => {
    if (!unsaved && !busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved, busy]);

  return {
    saveNow,
    changed,
    version,
    stale,
    error: answer?.error ?? null,
    word: busy ? 'Saving …' : unsaved ? 'Not saved yet' : answer && !answer.error && !stale ? 'Saved' : '',
  };
}
