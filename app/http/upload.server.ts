import { configuration } from '#app/configuration.server.ts';

/** The text of an uploaded file. Refuses what is too large and what isn't text, in words for whoever sent it. */
export async function textOfUpload(file: File): Promise<{ text: string } | { refused: string }> {
  if (file.size > configuration.uploadBytes) {
    return { refused: `That file is larger than ${configuration.uploadBytes / 1048576} MB. Send the part that matters.` };
  }
  return asText(new Uint8Array(await file.arrayBuffer()));
}

/** Bytes as text: UTF-8, or UTF-16 where a byte-order mark says so. Refuses what is neither. */
export function asText(bytes: Uint8Array): { text: string } | { refused: string } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch {
    // not text in this encoding
  }
  return { refused: 'That is not a text file. Save it as Markdown or plain text (UTF-8) and try again.' };
}
