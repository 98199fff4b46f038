import type { Mark, Message, Ready } from '#app/http/live.ts';
import { paths } from '#app/paths.ts';

export type Hears = {
  message(told: Message, at: Mark): void;
  ready(told: Ready, at: Mark): void;
  /** nothing more will come: the session is over */
  over(): void;
  connected(is: boolean): void;
};

/** ms */
const PATIENCE = 2000;
const MOST_PATIENCE = 60_000;
const LONG_HIDDEN = 30_000;

/** One stream of what is new, which comes back by itself. */
export class Line {
  #source: EventSource | null = null;
  #topics: string[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #hiddenAt: number | null = null;
  /** how far it has heard */
  mark: Mark = '';

  readonly #viewerId: string;
  readonly #hears: Hears;

  constructor(viewerId: string, hears: Hears) {
    this.#viewerId = viewerId;
    this.#hears = hears;
    addEventListener('online', () => this.#source && this.#open());
    document.addEventListener('visibilitychange', () => this.#seen());
    addEventListener('pagehide', () => this.#source?.close());
  }

  has(topic: string): boolean {
    return this.#topics.includes(topic);
  }

  /** Hears of these topics from now on; `after` is how far whoever asks knows of them. None: it is closed. */
  ask(topics: string[], after: Mark): void {
    this.#topics = topics;
    this.mark = after;
    this.#failures = 0;
    this.#open();
  }

  #open(): void {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
    if (this.#topics.length === 0) return;
    const asked = new URLSearchParams(this.#topics.map((topic) => ['topic', topic]));
    asked.set('as', this.#viewerId);
    asked.set('after', this.mark);
    const source = new EventSource(`${paths.live()}?${asked}`);
    this.#source = source;
    const on = (name: string, hear: (data: never, at: Mark) => void) =>
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        this.mark = lastEventId;
        hear(JSON.parse(data) as never, lastEventId);
      });
    on('ready', (told: Ready, at) => {
      this.#failures = 0;
      this.#hears.connected(true);
      this.#hears.ready(told, at);
    });
    on('message', (told: Message, at) => this.#hears.message(told, at));
    on('over', () => {
      this.ask([], '');
      this.#hears.over();
    });
    source.addEventListener('error', () => {
      if (this.#source !== source) return;
      this.#hears.connected(false);
      // The browser tries again by itself, unless it was answered something else than a stream.
      if (source.readyState !== EventSource.CLOSED) return;
      const wait = Math.min(PATIENCE * 2 ** this.#failures++, MOST_PATIENCE) * (0.75 + Math.random() / 2);
      this.#again = setTimeout(() => this.#open(), wait);
    });
  }

  /** A line that was asleep with its machine may be dead without knowing it. */
  #seen(): void {
    const hiddenAt = this.#hiddenAt;
    this.#hiddenAt = document.hidden ? Date.now() : null;
    if (this.#source && !document.hidden && hiddenAt !== null && Date.now() - hiddenAt > LONG_HIDDEN)
      this.#open();
  }
}
