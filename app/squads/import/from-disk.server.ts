/** Tables from disk, for the command line. */
import { readFileSync, statSync } from 'node:fs';

import { decode, type Decoded } from './decode.ts';

/** The largest UPLOAD_MB there can be: more is no list of people. */
const MOST_MB = 50;

/** A file as text. Refuses what is missing, no file, too large or no text, in words. */
export function tableFromDisk(file: string): Decoded | { refused: string } {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return { refused: 'there is no such file' };
    if (!stat.isFile()) return { refused: 'that is not a file' };
    if (stat.size > MOST_MB * 1048576)
      return { refused: `that is larger than ${MOST_MB} MB; import it in parts` };
    return decode(readFileSync(file));
  } catch {
    return { refused: 'that file cannot be read by this user' };
  }
}
