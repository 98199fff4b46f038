/** Documents from disk, for the command line. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

import { asText } from '#app/http/text.ts';

import { type Reading, readPostmortem } from './import/read.ts';
import { MOST_TITLE } from './postmortem.ts';
import { tooMuchIn } from './review.ts';

export type FromDisk = { file: string; source: string; reading: Reading };

function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return 'closed';
  }
}

/** A file read as a postmortem. Refuses what is missing, a directory, too large (bytes), not text, or without words. */
export function readFromDisk(file: string, mostBytes: number): FromDisk | { refused: string } {
  const stat = statOf(file);
  if (stat === 'closed') return { refused: 'that file cannot be read by this user' };
  if (!stat) return { refused: 'there is no such file' };
  if (stat.isDirectory()) return { refused: 'that is a directory; name the files in it' };
  if (!stat.isFile()) return { refused: 'that is not a file' };
  if (stat.size > mostBytes) {
    return {
      refused: `that is larger than ${mostBytes / 1048576} MB (UPLOAD_MB); import the part that matters`,
    };
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { refused: 'that file cannot be read by this user' };
  }
  const read = asText(bytes);
  if ('refused' in read) return { refused: 'that is not a text file' };
  if (read.text.trim() === '') return { refused: 'that file is empty' };
  const reading = readPostmortem(read.text, { fileName: basename(file) });
  return { file, source: read.text, reading };
}

/** Why a reading cannot be kept as it is, or null. */
export const faultOfReading = ({ document }: Reading): string | null =>
  document.title.length > MOST_TITLE
    ? `its title is ${document.title.length} characters long; ${MOST_TITLE} is the most`
    : document.title.trim() === ''
      ? 'it has no title; add a first line such as "# What happened"'
      : tooMuchIn(document);
