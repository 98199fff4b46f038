/** Fields as they go over the wire, well or badly. */
import type { Sent } from './hostile.ts';

export type Fields = [name: string, value: Sent][];
export const encodings = [
  'urlencoded',
  'multipart',
  'json',
  'plain',
  'none',
  'cut',
  'damaged',
  'mislabelled',
] as const;
export type Encoding = (typeof encodings)[number];

/** Percent-encoding that holds whatever a string can: half a surrogate pair goes over the wire as its own bytes. */
export const percent = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0xd800 || code > 0xdfff) return encodeURIComponent(character);
    const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    return bytes.map((byte) => `%${byte.toString(16)}`).join('');
  }).join('');

const asText = (value: Sent) => (typeof value === 'string' ? value : value.bytes.toString('latin1'));
export const asQuery = (fields: Fields) =>
  fields.map(([name, value]) => `${percent(name)}=${percent(asText(value))}`).join('&');

const boundary = '----a-boundary';
const quoted = (text: string) => text.replaceAll(/[\r\n"]/g, (character) => percent(character));

function multipart(fields: Fields): Buffer {
  const parts = fields.flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
    if (typeof value === 'string') return [Buffer.from(`${head}\r\n\r\n${value}\r\n`)];
    const file = `${head}; filename="${quoted(value.fileName)}"\r\nContent-Type: ${value.type}\r\n\r\n`;
    return [Buffer.from(file), value.bytes, Buffer.from('\r\n')];
  });
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

const multipartType = `multipart/form-data; boundary=${boundary}`;
const formType = 'application/x-www-form-urlencoded';

/** The body of a POST and the type it claims to have. */
export function encoded(fields: Fields, encoding: Encoding): { body: Buffer; type: string | null } {
  const form = () => Buffer.from(asQuery(fields));
  switch (encoding) {
    case 'urlencoded':
      return { body: form(), type: formType };
    case 'multipart':
      return { body: multipart(fields), type: multipartType };
    case 'json':
      return { body: Buffer.from(JSON.stringify(Object.fromEntries(fields))), type: 'application/json' };
    case 'plain':
      return { body: form(), type: 'text/plain;charset=utf-16' };
    case 'none':
      return { body: form(), type: null };
    case 'cut':
      return { body: multipart(fields).subarray(0, -20), type: multipartType };
    case 'damaged':
      return {
        body: Buffer.concat([form(), Buffer.from('&%=%zz&=&&%E0%A4=%ff'), Buffer.from([0xff, 0, 0xc0])]),
        type: formType,
      };
    case 'mislabelled':
      return { body: form(), type: 'multipart/form-data' };
  }
}
