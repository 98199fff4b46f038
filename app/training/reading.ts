import type { Part } from './module.ts';

/** How far somebody is in a lesson: of its parts as they are now, those that were read. */
export type Progress = { read: number; of: number; percent: number };

/** Parts that vanished from the lesson do not count; `read` are the keys of parts that were marked, oldest first. */
export function progress(parts: readonly Part[], read: readonly string[]): Progress {
  const marked = parts.filter(({ key }) => read.includes(key)).length;
  const percent = parts.length === 0 ? 0 : Math.floor((100 * marked) / parts.length);
  return { read: marked, of: parts.length, percent };
}

/** Whether every part of the lesson as it is now was read. */
export const isRead = (parts: readonly Part[], read: readonly string[]): boolean =>
  parts.length > 0 && parts.every(({ key }) => read.includes(key));

/** Where somebody goes on: the next part they have not read after the one they read last; null: none is left. */
export function nextUnread(parts: readonly Part[], read: readonly string[]): Part | null {
  const last = read.findLast((key) => parts.some((part) => part.key === key));
  const from = parts.findIndex(({ key }) => key === last) + 1;
  return [...parts.slice(from), ...parts.slice(0, from)].find(({ key }) => !read.includes(key)) ?? null;
}

/** The parts before and after one; null at the ends. */
export function around(parts: readonly Part[], key: string): { before: Part | null; after: Part | null } {
  const at = parts.findIndex((part) => part.key === key);
  return { before: parts[at - 1] ?? null, after: at < 0 ? null : (parts[at + 1] ?? null) };
}

/** What was marked with one part more: that one comes last, since it was read last. */
export const withPart = (read: readonly string[], part: string): string[] => [
  ...read.filter((key) => key !== part),
  part,
];

/** The part somebody reads next; of a lesson they have gone through, its first, or its last if it was never finished. */
export const goesOnAt = (
  parts: readonly Part[],
  reading: { parts: readonly string[]; readAt: number | null },
): string => (nextUnread(parts, reading.parts) ?? (reading.readAt === null ? parts.at(-1) : parts[0]))!.key;

/**
 * Where marking a part leads. on: to another part; end: with it, the lesson is read to its end for the first time; back:
 * it was before, and this is its last part.
 */
export function stepAfter(
  parts: readonly Part[],
  { parts: read, readAt }: { parts: readonly string[]; readAt: number | null },
  part: string,
): 'on' | 'end' | 'back' {
  const marked = withPart(read, part);
  if (readAt === null && isRead(parts, marked)) return 'end';
  return (around(parts, part).after ?? nextUnread(parts, marked)) ? 'on' : 'back';
}
