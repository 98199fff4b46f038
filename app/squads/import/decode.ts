export type Decoded = { text: string; encoding: string };

/** Whether nearly every second byte is NUL: UTF-16 that nobody marked. Says which byte comes first. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 400);
  const nuls = [0, 0];
  start.forEach((byte, at) => byte === 0 && nuls[at % 2]!++);
  if (start.length < 4) return null;
  if (nuls[1]! > start.length / 3) return 'utf-16le';
  return nuls[0]! > start.length / 3 ? 'utf-16be' : null;
}

/**
 * Bytes of a table as text, and how they were read: UTF-8, UTF-16, or what older spreadsheets write on Windows. Refuses
 * what is no text.
 */
export function decode(bytes: Uint8Array): Decoded | { refused: string } {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const utf16 = marked ?? unmarkedUtf16(bytes);
  const tries = utf16 ? [utf16] : ['utf-8', 'windows-1252'];
  for (const encoding of tries) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\0-\x08\x0e-\x1f]/.test(text.slice(0, 10_000)) && !text.includes('\0'))
        return { text, encoding: encodingWords[encoding]! };
    } catch {
      // not text in this encoding
    }
  }
  return { refused: 'That is not a table as text. In a spreadsheet, save it as “CSV UTF-8” and try again.' };
}

const encodingWords: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
