/** Bytes as text: UTF-8, or UTF-16 where a byte-order mark says so. Refuses what is neither, in words for whoever sent it. */
export function asText(bytes: Uint8Array): { text: string } | { refused: string } {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch {
    // not text in this encoding
  }
  return { refused: 'That is not a text file. Save it as Markdown or plain text (UTF-8) and try again.' };
}
