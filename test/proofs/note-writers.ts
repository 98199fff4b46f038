/** People who write into the same notes over HTTP as the page does: a version, a text, sent again until it is acknowledged. */
import { setTimeout as pause } from 'node:timers/promises';

import { answered, type Draft, isUnsaved, type Saved } from '#app/meetings/note-writing.ts';
import { paths } from '#app/paths.ts';

import type { Visitor } from './visitor.ts';

/** One who writes: what they have typed, and which of their words the house has said it keeps. */
export type Writer = { name: string; draft: Draft; typed: number; acknowledged: Set<string> };

export const writerNamed = (name: string): Writer => ({
  name,
  draft: { base: { version: 0, text: '' }, text: '', sent: null },
  typed: 0,
  acknowledged: new Set(),
});

const wordsOf = ({ name }: Writer, text: string): string[] =>
  text.match(/\S+/g)?.filter((word) => word.startsWith(`${name}-`)) ?? [];

/** A word at the end of one's line, or a new line; they stay apart from everybody else's by their name. */
function type(writer: Writer): void {
  const word = `${writer.name}-${writer.typed++}`;
  const { text } = writer.draft;
  const lines = text === '' ? [] : text.split('\n');
  const own = lines.findLastIndex((line) => line.includes(`${writer.name}-`));
  if (own < 0 || writer.typed % 7 === 0) lines.push(word);
  else lines[own] += ` ${word}`;
  writer.draft = { ...writer.draft, text: lines.join('\n') };
}

/** Types and saves until nobody answers any more; what was not acknowledged is sent again the next time. */
export async function writeUntilItEnds(
  writer: Writer,
  visitor: Visitor,
  meetingId: string,
  isOver: () => boolean = () => false,
): Promise<void> {
  while (!isOver()) {
    for (let words = 0; words < 3; words++) type(writer);
    if (!(await saveOnce(writer, visitor, meetingId))) return;
    await pause(Math.random() * 10);
  }
}

/** Sends what is typed; false where no answer came. */
export async function saveOnce(writer: Writer, visitor: Visitor, meetingId: string): Promise<boolean> {
  const { base, text, sent } = writer.draft;
  if (!isUnsaved(writer.draft)) return true;
  const fields = { item: '', version: String(base.version), text };
  writer.draft = { ...writer.draft, sent: sent ?? text };
  const answer = await visitor
    .submit(paths.noteSaving(meetingId), sent === null ? fields : { ...fields, sent })
    .catch(() => null);
  if (!answer) return false;
  if (answer.status !== 200) throw new Error(`A note was answered ${answer.status}: ${answer.text}`);
  for (const word of wordsOf(writer, text)) writer.acknowledged.add(word);
  writer.draft = answered({ ...writer.draft, sent: text }, JSON.parse(answer.text) as Saved);
  return true;
}

/** Words that were acknowledged, and are not in a text. */
export function lostFrom(writers: Writer[], text: string): string[] {
  const words = new Set(text.match(/\S+/g));
  return writers.flatMap(({ acknowledged }) => [...acknowledged].filter((word) => !words.has(word)));
}
