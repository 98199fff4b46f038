import { type Mark, type Message, olderMark, type Ready } from '#app/http/live.ts';

import { houseNow, setClock } from './house-clock.ts';
import { Line } from './live-line.ts';

/** Somebody on this page who wants to hear of a topic. */
export type Ear = {
  topic: string;
  /** how far the page knows of it */
  mark: Mark;
  heard(message: unknown): void;
  missed(): void;
  connected(is: boolean): void;
};

type Want = { topic: string; mark: Mark };
/** What the tabs of a browser say to each other. */
type Word =
  | { is: 'who' }
  | { is: 'wants'; tab: string; wants: Want[] }
  | { is: 'message'; told: Message; at: Mark }
  | { is: 'ready'; told: Ready; at: Mark; tab?: string }
  | { is: 'connected'; yes: boolean }
  | { is: 'over' };

/** ms in which tabs answer who wants what */
const GATHERING = 30;

/**
 * All tabs of one person in one browser, which have one stream between them: over HTTP/1.1 a browser opens six
 * connections to one place. The tab that holds a lock has the stream, and tells the others; when it closes, the lock
 * goes to the next. Where there are no locks (plain HTTP in a network) each tab has its own.
 */
export class Tabs {
  readonly #tab = crypto.getRandomValues(new Uint32Array(4)).join('-');
  readonly #ears = new Set<Ear>();
  readonly #wanted = new Map<string, Want[]>();
  readonly #name: string;
  readonly #channel: BroadcastChannel | null;
  #line: Line | null = null;
  #connected = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  readonly #viewerId: string;
  readonly #end = new AbortController();

  constructor(viewerId: string) {
    this.#viewerId = viewerId;
    this.#name = `live ${viewerId}`;
    const shared = 'locks' in navigator && typeof BroadcastChannel === 'function';
    this.#channel = shared ? new BroadcastChannel(this.#name) : null;
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => this.#hear(data));
    if (!shared) {
      this.#lead();
      return;
    }
    // Held for as long as this tab is there, so that the one who leads knows when it is not.
    hold(this.#nameOf(this.#tab), () => {}, this.#end.signal);
    hold(this.#name, () => this.#lead(), this.#end.signal);
  }

  add(ear: Ear): () => void {
    this.#ears.add(ear);
    ear.connected(this.#connected);
    this.#tellWants();
    return () => {
      this.#ears.delete(ear);
      this.#tellWants();
    };
  }

  readonly #nameOf = (tab: string) => `${this.#name} ${tab}`;

  #say(word: Word): void {
    this.#channel?.postMessage(word);
    this.#hear(word);
  }

  #hear(word: Word): void {
    if (word.is === 'who') this.#tellWants();
    if (word.is === 'wants' && this.#line) this.#note(word.tab, word.wants);
    if (word.is === 'message') this.#told(word.told, word.at);
    if (word.is === 'ready') setClock(word.told.now);
    if (word.is === 'ready' && (word.tab ?? this.#tab) === this.#tab) this.#ready(word.told, word.at);
    if (word.is === 'connected') {
      this.#connected = word.yes;
      for (const ear of this.#ears) ear.connected(word.yes);
    }
    // Whoever signs in next in this browser has tabs of their own, one of which leads.
    if (word.is === 'over') this.#end.abort();
  }

  #told({ topic, message }: Message, at: Mark): void {
    for (const ear of this.#ears) {
      ear.mark = at;
      if (ear.topic !== topic) continue;
      if (message === null) ear.missed();
      else ear.heard(message);
    }
  }

  #ready({ missed }: Ready, at: Mark): void {
    for (const ear of this.#ears) {
      if (missed.includes(ear.topic)) ear.missed();
      ear.mark = at;
    }
  }

  #tellWants(): void {
    const wants = [...this.#ears].map(({ topic, mark }) => ({ topic, mark }));
    this.#say({ is: 'wants', tab: this.#tab, wants });
  }

  /** From now on this tab has the stream. */
  #lead(): void {
    this.#line = new Line(this.#viewerId, {
      message: (told, at) => this.#say({ is: 'message', told, at }),
      ready: (told, at) => this.#say({ is: 'ready', told, at }),
      connected: (yes) => this.#say({ is: 'connected', yes }),
      over: () => this.#say({ is: 'over' }),
    });
    this.#say({ is: 'who' });
  }

  #note(tab: string, wants: Want[]): void {
    if (!this.#wanted.has(tab) && tab !== this.#tab)
      void navigator.locks.request(this.#nameOf(tab), () => this.#note(tab, []));
    this.#wanted.set(tab, wants);
    for (const { topic, mark } of wants) {
      const { mark: at } = this.#line!;
      // The stream is past what this one knows.
      const isBehind = this.#line!.has(topic) && at !== mark && olderMark(at, mark) !== at;
      if (isBehind) this.#say({ is: 'ready', told: { missed: [topic], now: houseNow() }, at, tab });
    }
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#ask(), GATHERING);
  }

  /** Asks for what all tabs want, where that is not what is heard already. */
  #ask(): void {
    const wants = [...this.#wanted.values()].flat();
    const topics = [...new Set(wants.map(({ topic }) => topic))];
    const line = this.#line!;
    if (this.#end.signal.aborted || (topics.length > 0 && topics.every((topic) => line.has(topic)))) return;
    const marks = wants.map(({ topic, mark }) => (line.has(topic) ? line.mark : mark));
    line.ask(topics, marks.length > 0 ? marks.reduce(olderMark) : '');
  }
}

/** Waits for a lock, and holds it until the tab closes or the signal says that it is over. */
function hold(name: string, then: () => void, signal: AbortSignal): void {
  const held = navigator.locks.request(name, { signal }, () => {
    then();
    return new Promise<void>((free) => signal.addEventListener('abort', () => free()));
  });
  // Over before it was held.
  held.catch(() => {});
}
