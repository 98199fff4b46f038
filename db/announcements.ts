import { AsyncResource } from 'node:async_hooks';

import type { Listener } from './database.ts';

export type Announcement = { topic: string; detail: string | null };

/** Topics name things by their ids; PostgreSQL takes 8,000 bytes in all. */
const LONGEST_TOPIC = 200;
const LONGEST_DETAIL = 7000;

/** What is announced inside of one transaction: the same thing is said once, and with the detail of the last time. */
export class Announcements {
  readonly #said = new Map<string, string | null>();

  add(topic: string, detail: string | null): void {
    if (topic.length > LONGEST_TOPIC) throw new Error('A topic is the name of a thing, and short.');
    // Two details for one topic: whoever hears it has to look for themself.
    this.#said.set(topic, this.#said.has(topic) ? null : detail);
  }

  get all(): Announcement[] {
    return [...this.#said].map(([topic, detail]) => ({ topic, detail }));
  }
}

/** As it travels over PostgreSQL: the topic, and behind a line break the detail, unless that is too long. */
export const inNotification = ({ topic, detail }: Announcement): string =>
  detail !== null && Buffer.byteLength(detail) <= LONGEST_DETAIL ? `${topic}\n${detail}` : topic;

export function ofNotification(payload: string): Announcement {
  const end = payload.indexOf('\n');
  return end < 0
    ? { topic: payload, detail: null }
    : { topic: payload.slice(0, end), detail: payload.slice(end + 1) };
}

/** Those who listen in this process. They are called outside of whatever transaction or request it was said in. */
export class Listeners {
  readonly #all = new Set<Listener>();
  readonly #outside = new AsyncResource('announcements');

  add(listener: Listener): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  hear({ topic, detail }: Announcement): void {
    this.#each((listener) => listener.heard(topic, detail));
  }

  miss(): void {
    this.#each((listener) => listener.missed());
  }

  #each(call: (listener: Listener) => void): void {
    for (const listener of this.#all) {
      try {
        this.#outside.runInAsyncScope(call, null, listener);
      } catch (error) {
        // What was announced is committed: whoever wrote it must not suffer from who listens.
        if (process.env.LOG === 'off') continue;
        console.error(JSON.stringify({ level: 'error', event: 'announcement', message: String(error) }));
      }
    }
  }
}
