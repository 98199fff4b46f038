/** A running meeting that a hundred people have open: what a note costs until the last of them has it, and what it costs to wait. */
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type Child, startApp } from './child.ts';
import { fill } from './fill.ts';
import { fillMeeting } from './fill-meeting.ts';
import { FORM } from './session.ts';

export type GuildSide = {
  people: number;
  notes: number;
  /** ms until a note was answered as saved */
  saved: { p50: number; p99: number };
  /** ms from sending a note until the last of all had it */
  told: { p50: number; p99: number };
  /** pushes that never came */
  missing: number;
  /** statements of SQLite a note, those that every request and every write brings along included */
  statements: number;
  idle: { seconds: number; cpu_ms: number; statements: number };
};

const PEOPLE = 100;
const NOTES = 200;
/** ms from one note to the next: several people who type */
const PACE = 150;
const IDLE_S = 20;
const PATIENCE = 5000;
const SETTLING_MS = 5000;
const others = { postmortems: 100, actionItems: 200 };

export async function guildSide(folder: string): Promise<GuildSide> {
  const file = join(folder, 'guild.db');
  await fill(file, others);
  const { meeting, cookies } = fillMeeting(file, PEOPLE);
  const child = await startApp(file);
  try {
    const arrivals = new Map<string, number>();
    const waiting = new Map<string, () => void>();
    const heard = (word: string) => {
      const count = (arrivals.get(word) ?? 0) + 1;
      arrivals.set(word, count);
      if (count === PEOPLE) waiting.get(word)?.();
    };
    const streams = await Promise.all(cookies.map((cookie) => listen(child, meeting, cookie, heard)));
    await pause(SETTLING_MS);
    const before = await child.used();
    await pause(IDLE_S * 1000);
    const after = await child.used();
    const saved: number[] = [];
    const told: number[] = [];
    let missing = 0;
    const text: string[] = [];
    for (let at = 0; at < NOTES; at++) {
      const word = `word${at}-`;
      text.push(word);
      const began = performance.now();
      const everybody = new Promise<void>((all) => waiting.set(word, all));
      await save(child, meeting, cookies[at % PEOPLE]!, at, text.slice(-200).join(' '));
      saved.push(performance.now() - began);
      const came = await Promise.race([everybody.then(() => true), pause(PATIENCE, false)]);
      if (came) told.push(performance.now() - began);
      else missing += PEOPLE - (arrivals.get(word) ?? 0);
      await pause(Math.max(0, PACE - (performance.now() - began)));
    }
    const end = await child.used();
    for (const stop of streams) stop();
    return {
      people: PEOPLE,
      notes: NOTES,
      saved: percentiles(saved),
      told: percentiles(told),
      missing,
      statements: (end.statements - after.statements) / NOTES,
      idle: {
        seconds: IDLE_S,
        cpu_ms: after.cpuMs - before.cpuMs,
        statements: after.statements - before.statements,
      },
    };
  } finally {
    await child.stop();
  }
}

function percentiles(all: number[]): { p50: number; p99: number } {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Opens a stream, and calls back with the newest word of each note that comes. Resolves when it is open. */
function listen(
  child: Child,
  meeting: string,
  cookie: string,
  heard: (word: string) => void,
): Promise<() => void> {
  return new Promise((open, failed) => {
    const asked = request(`${child.origin}/live?topic=meeting:${meeting}`, { headers: { Cookie: cookie } });
    asked.on('response', (response) => {
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n');
        rest = parts.pop()!;
        for (const part of parts) {
          if (part.includes('event: ready')) open(() => asked.destroy());
          const word = part.match(/word\d+-/g)?.at(-1);
          if (word) heard(word);
        }
      });
      response.on('error', () => {});
    });
    asked.on('error', failed);
    asked.end();
  });
}

async function save(child: Child, meeting: string, cookie: string, version: number, text: string) {
  const response = await fetch(`${child.origin}/meetings/${meeting}/notes/saving`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: child.origin, 'Content-Type': FORM },
    body: new URLSearchParams({ item: '', version: String(version), text }),
  });
  const answer = (await response.json()) as { version?: number };
  if (answer.version !== version + 1) throw new Error(`A note was answered ${JSON.stringify(answer)}.`);
}
