/** What becomes of a text that somebody is typing, when others save theirs and when their own is saved. */
import { merge } from './merging.ts';

export type Saved = { version: number; text: string };

export type Draft = {
  /** the last saved text that the typed one holds */
  base: Saved;
  text: string;
  /** what was sent and not answered: it may have been saved */
  sent: string | null;
};

export const isUnsaved = ({ base, text }: Draft): boolean => text !== base.text;

/** Somebody else saved: their words come into what is being typed. Not while an answer is waited for. */
export function heard(draft: Draft, saved: Saved): Draft {
  if (saved.version <= draft.base.version || draft.sent !== null) return draft;
  return { ...draft, base: saved, text: merge(draft.base.text, saved.text, draft.text) };
}

/** What was sent is saved, together with whatever others wrote; what was typed since comes on top. */
export function answered(draft: Draft, saved: Saved): Draft {
  const { sent, base, text } = draft;
  return { base: saved, text: merge(sent ?? base.text, saved.text, text), sent: null };
}

/**
 * Where, among the versions since one, a text has been saved of which no answer came: by itself, or brought together with
 * the version before it. Null where it never arrived.
 */
export function landed(base: Saved, since: readonly Saved[], sent: string): Saved | null {
  let before = base;
  for (const saved of since) {
    if (saved.text === sent || saved.text === merge(base.text, before.text, sent)) return saved;
    before = saved;
  }
  return null;
}
