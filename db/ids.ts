const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: 16 letters and digits, 80 bits of chance, so that no id can be guessed and none tells its age. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join('');
}
