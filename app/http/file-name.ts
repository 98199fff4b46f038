/** Names of files as they come from anywhere: what they are kept and shown as, and saved as by whoever opens them. */

/** In characters; with the ending. */
const LONGEST = 120;

/**
 * A name of ours for whatever somebody called a file: the last part of a path, on any system, without what moves
 * letters about or cannot be seen, and never empty.
 */
export function fileName(given: string): string {
  const tidied = tidy(given);
  // What was hidden in the middle may have held apart what now is one.
  return tidied === given ? tidied || 'file' : fileName(tidied);
}

const tidy = (name: string): string =>
  shortened(
    name
      .toWellFormed()
      .split(/[/\\]/)
      .at(-1)!
      .replace(/^[a-z]:/i, '')
      .replace(/\s+/gu, ' ')
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .replace(/^[. ]+|[. ]+$/g, '')
      .normalize('NFC'),
  );

/** The ending of a name, in small letters and without the point; empty where it has none. */
export const endingOf = (name: string): string =>
  (/\.([a-z][a-z0-9]{0,9})$/i.exec(name)?.[1] ?? '').toLowerCase();

function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = endingOf(name) && `.${endingOf(name)}`;
  return (
    letters
      .slice(0, LONGEST - ending.length)
      .join('')
      .trimEnd() + ending
  );
}

/** The header that says what a file is called (RFC 6266), and whether it is shown in its place or saved. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain || 'file'}"; filename*=UTF-8''${exact}`;
}
