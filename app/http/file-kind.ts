/** What kinds of files are taken, by what is in them. */

/** `endings`: what a name of that kind may end in, the usual one first. */
export const kinds = {
  'image/png': { is: 'a PNG picture', word: 'PNG', endings: ['png'] },
  'image/jpeg': { is: 'a JPEG picture', word: 'JPEG', endings: ['jpg', 'jpeg', 'jfif'] },
  'image/webp': { is: 'a WebP picture', word: 'WebP', endings: ['webp'] },
  'image/gif': { is: 'a GIF picture', word: 'GIF', endings: ['gif'] },
  'application/pdf': { is: 'a PDF', word: 'PDF', endings: ['pdf'] },
  'text/plain': {
    is: 'text',
    word: 'Text',
    endings: ['txt', 'log', 'md', 'json', 'sarif', 'csv', 'yaml', 'yml', 'diff', 'patch'],
  },
} as const;
export type FileKind = keyof typeof kinds;

export const isFileKind = (type: string): type is FileKind => Object.hasOwn(kinds, type);

/** What browsers may show in place: a picture. All else is saved. */
export const isPicture = (type: string): boolean => type.startsWith('image/');

/** For people who choose one. */
export const kindsInWords = 'Pictures (PNG, JPEG, WebP, GIF), PDF and text: logs, scan results, source code';

/** For the browser's own list; text has too many endings to name them all, so that it is left open. */
export const kindsForBrowsers =
  'image/png,image/jpeg,image/webp,image/gif,application/pdf,text/*,.json,.sarif,.log,.md,.csv,.yaml,.yml,.diff,.patch';

/** A kind as a short word beside a name. */
export const kindWord = (type: string): string => (isFileKind(type) ? kinds[type].word : 'File');

/**
 * The name under which a file is saved. Text with an ending that a system might run (a script, a page) gets one that it
 * only shows.
 */
export function nameToSave(name: string, type: string, ending: string): string {
  if (!isFileKind(type)) return `${name}.bin`;
  return (kinds[type].endings as readonly string[]).includes(ending)
    ? name
    : `${name}.${kinds[type].endings[0]}`;
}
