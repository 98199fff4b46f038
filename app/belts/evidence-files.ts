/** How many files show something, and how large they may be. The least that a screen recording's still or a report needs. */
export const MOST_FILES = 10;
const MB = 1024 * 1024;
export const LARGEST_FILE = 10 * MB;
const LARGEST_TOGETHER = 50 * MB;

/** A file as it is shown to whoever may see the evidence. */
export type EvidenceFile = { id: string; name: string; type: string; bytes: number; addedAt: number };

export type FileRefusal = 'too-large' | 'too-many' | 'too-much' | 'not-now' | 'no-room' | 'not-kept';

/** Each refusal as what follows the name of the file. */
export const fileRefusalWords: Record<FileRefusal, string> = {
  'too-large':
    'is larger than 10 MB. Make it smaller, or put it where large files are kept and add its link.',
  'too-many': `would be one more than ${MOST_FILES}. Remove one that matters less, or put several on one page.`,
  'too-much': 'makes all files together larger than 50 MB. Remove one that matters less, or make it smaller.',
  'not-now':
    'cannot be added now: the evidence is with the assessors, or decided. Take it back first to change it.',
  'no-room':
    'could not be kept, since there is no room left. Nothing else was changed; please tell whoever runs this.',
  'not-kept': 'could not be kept on our side. Nothing else was changed; please tell whoever runs this.',
};

/** Whether one more file of this size may be added to those that are there. */
export function roomFor(
  bytes: number,
  others: readonly { bytes: number }[],
): { refused: 'too-many' | 'too-much' } | null {
  if (others.length >= MOST_FILES) return { refused: 'too-many' };
  const together = others.reduce((sum, other) => sum + other.bytes, bytes);
  return together > LARGEST_TOGETHER ? { refused: 'too-much' } : null;
}

/** What may be sent where files are sent: all that is allowed at once, and the form around it; over a slow line, too. */
export function moreForFiles(path: string) {
  if (!/^\/evidence\/[^/]+\/files(\.data)?\/?$/.test(path)) return null;
  return {
    largest: MOST_FILES * LARGEST_FILE + MB,
    ms: 10 * 60_000,
    tooLarge: `That is more than can be sent at once: ${MOST_FILES} files of 10 MB. Nothing of it was kept. Go back, and choose fewer or smaller ones.`,
  };
}

/** A size as people say it. */
export const sizeWords = (bytes: number): string =>
  bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / MB).toFixed(1)} MB`;
