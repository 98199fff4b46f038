/** Keeps one text of a page: saves it while somebody types, brings in what others write, and loses nothing of either. */
import { forget, keep, kept, keptName } from '#app/ui/kept-text.ts';

import { placeIn } from './merging.ts';
import type { Note } from './note.ts';
import { answered, type Draft, heard, isUnsaved, type Saved } from './note-writing.ts';

export type Standing =
  'still' | 'saved' | 'typing' | 'saving' | 'kept' | 'signed-out' | 'closed' | 'too-long';

/** ms after the last keystroke, and at the latest after the first that is not saved */
const PAUSE = 600;
const LONGEST_PAUSE = 2500;
const FIRST_PATIENCE = 1000;
const MOST_PATIENCE = 8000;

type Place = { viewerId: string; meetingId: string; path: string };
type Answer = Saved | { refused: 'unknown' | 'closed' | 'too-long' };

export class NoteKeeper {
  readonly #field: HTMLTextAreaElement;
  readonly #place: Place;
  readonly #itemId: string;
  readonly #name: string;
  readonly #tell: (standing: Standing) => void;
  #draft: Draft;
  #busy = false;
  #composing = false;
  #latest: Note | null = null;
  #answer: Saved | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsavedSince = 0;
  #failures = 0;
  readonly #gone = new AbortController();

  constructor(field: HTMLTextAreaElement, note: Note, place: Place, tell: (standing: Standing) => void) {
    this.#field = field;
    this.#place = place;
    this.#itemId = note.itemId;
    this.#tell = tell;
    this.#name = keptName(place.viewerId, `${place.meetingId} ${note.itemId}`);
    this.#draft = { base: note, text: note.text, sent: null };
    const before = kept<Draft>(this.#name);
    if (before && before.text !== note.text) {
      // Not saved before the page was left: it is sent from the version it began from.
      this.#draft = before;
      this.#latest = note;
      this.#show(before.text);
    }
    const { signal } = this.#gone;
    field.addEventListener('input', () => this.#typed(), { signal });
    field.addEventListener('compositionstart', () => void (this.#composing = true), { signal });
    field.addEventListener('compositionend', () => this.#composed(), { signal });
    addEventListener('online', () => this.#soon(0), { signal });
    addEventListener('pagehide', () => void this.#save(true), { signal });
    // Typed before this came to life.
    if (!before && field.value !== note.text) this.#typed();
    if (before && isUnsaved(before)) this.#soon(0);
    else if (before) this.#settle();
  }

  /** Somebody saved this text. */
  hear(note: Note): void {
    if (note.version > (this.#latest?.version ?? 0)) this.#latest = note;
    this.#bringIn();
  }

  stop(): void {
    void this.#save(true);
    clearTimeout(this.#timer);
    this.#gone.abort();
  }

  #typed(): void {
    if (!isUnsaved(this.#draft)) this.#unsavedSince = Date.now();
    this.#draft = { ...this.#draft, text: this.#field.value };
    this.#keep();
    this.#tell('typing');
    const waited = Date.now() - this.#unsavedSince;
    this.#soon(Math.max(0, Math.min(PAUSE, LONGEST_PAUSE - waited)));
  }

  #composed(): void {
    this.#composing = false;
    this.#typed();
    if (this.#answer) this.#settleWith(this.#answer);
    this.#bringIn();
  }

  #keep(): void {
    if (isUnsaved(this.#draft)) keep(this.#name, this.#draft);
    else forget(this.#name);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  /** Puts a text where another stood, and leaves the caret at the word it was at. */
  #show(text: string): void {
    const field = this.#field;
    if (field.value === text) return;
    const { value, selectionStart, selectionEnd, scrollTop } = field;
    field.value = text;
    if (document.activeElement === field)
      field.setSelectionRange(placeIn(value, text, selectionStart), placeIn(value, text, selectionEnd));
    field.scrollTop = scrollTop;
  }

  #bringIn(): void {
    const note = this.#latest;
    if (!note || this.#composing || this.#busy) return;
    this.#draft = heard({ ...this.#draft, text: this.#field.value }, note);
    if (this.#draft.base.version < note.version) return;
    this.#latest = null;
    this.#settle();
  }

  /** After something was brought in: shows it, and goes on. */
  #settle(): void {
    this.#show(this.#draft.text);
    this.#keep();
    if (isUnsaved(this.#draft)) this.#soon(PAUSE);
  }

  #settleWith(saved: Saved): void {
    this.#answer = null;
    this.#busy = false;
    this.#draft = answered({ ...this.#draft, text: this.#field.value }, saved);
    this.#settle();
    this.#tell(isUnsaved(this.#draft) ? 'typing' : 'saved');
    this.#bringIn();
  }

  async #save(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy || !isUnsaved(this.#draft)) return;
    const { base, text, sent } = this.#draft;
    const fields = { item: this.#itemId, version: String(base.version), text };
    const body = new URLSearchParams(sent === null ? fields : { ...fields, sent });
    this.#busy = true;
    // From now on it may have been saved, whether an answer comes or not.
    this.#draft = { ...this.#draft, sent: sent ?? text };
    this.#keep();
    this.#tell('saving');
    const answer = await post(this.#place.path, body, leaving);
    if (typeof answer === 'string') return this.#failed(answer);
    this.#failures = 0;
    if ('refused' in answer) {
      this.#busy = false;
      this.#draft = { ...this.#draft, sent };
      this.#tell(answer.refused === 'unknown' ? 'closed' : answer.refused);
      // Too long together with what others wrote: it is to be seen what there is to shorten.
      if (answer.refused === 'too-long') this.#bringIn();
      return;
    }
    // A later text was sent along with an earlier one: both are saved.
    this.#draft = { ...this.#draft, sent: text };
    if (this.#composing) this.#answer = answer;
    else this.#settleWith(answer);
  }

  #failed(why: 'kept' | 'signed-out'): void {
    this.#busy = false;
    this.#tell(why);
    if (!this.#gone.signal.aborted)
      this.#soon(
        Math.min(FIRST_PATIENCE * 2 ** this.#failures++, MOST_PATIENCE) * (0.75 + Math.random() / 2),
      );
  }
}

async function post(
  path: string,
  body: URLSearchParams,
  keepalive: boolean,
): Promise<Answer | 'kept' | 'signed-out'> {
  try {
    const response = await fetch(path, { method: 'POST', body, keepalive });
    if (response.redirected) return 'signed-out';
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return isJson ? ((await response.json()) as Answer) : 'kept';
  } catch {
    return 'kept';
  }
}
