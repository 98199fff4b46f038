const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: 16 letters and digits, 80 bits of chance, so that no id can be guessed and none tells its age. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join('');
}

/** Whether a text is written as our ids are: nothing that is can lead out of a folder. */
export const isId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);
