import { type Drawn, draw, type Random } from './draw.ts';
import type { Question } from './module.ts';

/** A seed in an address: it says in which order questions and options come, and nothing else. */
export const isSeed = (text: string | null): text is string => text !== null && /^[0-9a-z]{4,16}$/.test(text);

/** All questions of a bank in the order that a seed gives; the same seed gives the same. */
export const practiceOf = (bank: readonly Question[], seed: string): Drawn[] =>
  draw(bank, bank.length, seeded(seed));

/** Mulberry32 over a hash of the seed (FNV-1a): even enough to shuffle by. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
