/**
 * The hub: who is looking at a page that is alive, and what they are told. One stream for each browser, however many
 * topics it asks for; what is new about a topic is read once, and sent to all who hear of it. While nothing happens,
 * nobody asks the database anything.
 */
import { randomBytes } from 'node:crypto';

import { db } from '#db/database.server.ts';

import { comment, type Frame, frame, retry } from './event-stream.ts';
import type { Mark, Message, Ready } from './live.ts';
import { log, stackOf } from './log.server.ts';

/** What is sent of a topic after an announcement with this detail; null: who hears it has to ask. */
export type Push = (topic: string, detail: string | null) => Promise<unknown>;

export type Listening = {
  topics: string[];
  /** who looks: of one person there are only so many */
  personId: string;
  /** the topic that ends the stream: its session is over */
  ending: string;
  /** what the page already knows */
  after: Mark;
};

type Connection = Listening & {
  stream: ReadableStreamDefaultController<Frame>;
  openedAt: number;
};

const HEARTBEAT = 25_000;
/** Then it comes back, and is asked for its session again. */
const LONGEST = 60 * 60_000;
/** bytes that wait for one who reads slowly */
const MOST_WAITING = 256 * 1024;
const MOST_OF_ONE_PERSON = 40;
/** how many topics' last announcements are known; of others, something may have been missed */
const MOST_KNOWN = 2000;

/** A reader too slow for what is said; to whom it was sent, it is as if the line had broken. */
class TooSlow extends Error {
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';
}

const readyFor = (missed: string[]): Ready => ({ missed, now: Date.now() });

export function openHub({ heartbeat = HEARTBEAT, longest = LONGEST } = {}) {
  let push: Push = async () => null;
  const name = randomBytes(6).toString('hex');
  const open = new Set<Connection>();
  const byTopic = new Map<string, Set<Connection>>();
  /** what is being read for a topic, so that messages of one come in order */
  const reading = new Map<string, Promise<void>>();
  const lastOf = new Map<string, number>();
  /** what was announced before this is not known for topics that are not among the last ones */
  let floor = 0;
  let count = 0;
  let closed = false;
  let stopListening: (() => void) | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const mark = (): Mark => `${name}.${count}`;

  function begin(): void {
    stopListening ??= db.listen({ heard, missed });
  }

  function heard(topic: string, detail: string | null): void {
    count += 1;
    lastOf.delete(topic);
    lastOf.set(topic, count);
    forgetOldest();
    const at = mark();
    const told = byTopic.get(topic);
    if (!told) return;
    for (const one of told) if (one.ending === topic) end(one, frame('over', null, at));
    if (![...told].some(({ topics }) => topics.includes(topic))) return;
    const before = reading.get(topic) ?? Promise.resolve();
    const mine = before.then(() => send(topic, detail, at));
    reading.set(topic, mine);
    void mine.then(() => reading.get(topic) === mine && reading.delete(topic));
  }

  function forgetOldest(): void {
    for (const [topic, at] of lastOf) {
      if (lastOf.size <= MOST_KNOWN) return;
      lastOf.delete(topic);
      floor = at;
    }
  }

  async function send(topic: string, detail: string | null, at: Mark): Promise<void> {
    const message = await push(topic, detail).catch((error: unknown) => {
      log('error', 'push-failed', { stack: stackOf(error) });
      return null;
    });
    const sent = frame('message', { topic, message } satisfies Message, at);
    for (const one of byTopic.get(topic) ?? []) give(one, sent);
  }

  /** The database was away: whoever listens has to look for themself. */
  function missed(): void {
    count += 1;
    floor = count;
    lastOf.clear();
    for (const one of open) give(one, frame('ready', readyFor(one.topics), mark()));
  }

  function give(one: Connection, sent: Frame): void {
    if (!open.has(one)) return;
    one.stream.enqueue(sent);
    if ((one.stream.desiredSize ?? 0) > 0) return;
    forget(one);
    one.stream.error(new TooSlow('too slow'));
  }

  function end(one: Connection, last?: Frame): void {
    if (!open.has(one)) return;
    forget(one);
    if (last) one.stream.enqueue(last);
    one.stream.close();
  }

  function forget(one: Connection): void {
    open.delete(one);
    for (const topic of [...one.topics, one.ending]) {
      const told = byTopic.get(topic);
      told?.delete(one);
      if (told?.size === 0) byTopic.delete(topic);
    }
    if (open.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  function beat(): void {
    const now = performance.now();
    for (const one of open) {
      if (now - one.openedAt > longest) end(one);
      else give(one, comment);
    }
  }

  const missedBy = ({ topics, after }: Listening): string[] => {
    const [hub, known] = after.split('.');
    if (hub !== name) return topics;
    return topics.filter((topic) => (lastOf.get(topic) ?? floor) > Number(known));
  };

  return {
    /** Says what is sent of a topic. */
    speakBy(words: Push): void {
      push = words;
    },
    /** How far this process has heard by now: asked for before a page is read, it says what the page knows. */
    mark(): Mark {
      begin();
      return mark();
    },
    /** How many streams are open. */
    get size(): number {
      return open.size;
    },
    /** A stream of what happens; null when it cannot be had now. */
    open(listening: Listening): ReadableStream<Frame> | null {
      const own = [...open].filter(({ personId }) => personId === listening.personId);
      if (closed || own.length >= MOST_OF_ONE_PERSON) return null;
      begin();
      timer ??= setInterval(beat, heartbeat).unref();
      let one: Connection;
      return new ReadableStream<Frame>(
        {
          start(stream) {
            one = { ...listening, stream, openedAt: performance.now() };
            open.add(one);
            for (const topic of [...one.topics, one.ending])
              byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(one));
            stream.enqueue(comment);
            // Not all at once, should the house have been closed for a moment.
            stream.enqueue(retry(1000 + Math.floor(Math.random() * 2000)));
            stream.enqueue(frame('ready', readyFor(missedBy(one)), mark()));
          },
          cancel: () => forget(one),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
      );
    },
    /** Ends all streams, and begins none any more: the house closes. */
    close(): void {
      closed = true;
      for (const one of open) end(one);
      stopListening?.();
    },
  };
}
