/**
 * A form with files (multipart/form-data, RFC 7578), part by part as it comes. `request.formData()` keeps the whole of it
 * in memory, several times over; here it is a piece at a time, whatever is sent.
 */

export type Part = {
  name: string;
  /** null: a field that is no file */
  fileName: string | null;
  /** may be left half read, or not read at all */
  data: AsyncIterable<Uint8Array>;
};

/** What was sent is no such form. */
export class BrokenForm extends Error {
  override name = 'BrokenForm';
}

/** Far more than a browser sends ahead of a file. */
const LARGEST_HEAD = 16 * 1024;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** The boundary that a Content-Type names; null where it is no form with files. */
export function boundaryIn(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
      contentType ?? '',
    ) ?? [];
  return quoted ?? plain ?? null;
}

/** Throws BrokenForm on what is no form, and what reading the body throws. */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const reader = readerOf(body);
  await skip(reader.upTo(delimiter));
  while ((await reader.two()) === '\r\n') {
    const head: Uint8Array[] = [];
    let length = 0;
    for await (const piece of reader.upTo(END_OF_HEAD)) {
      length += piece.length;
      if (length > LARGEST_HEAD) throw new BrokenForm('The head of a part is too long.');
      head.push(piece);
    }
    let isRead = false;
    const data = (async function* () {
      yield* reader.upTo(delimiter);
      isRead = true;
    })();
    yield { ...named(Buffer.concat(head).toString('utf8')), data };
    if (!isRead) await skip(reader.upTo(delimiter));
  }
}

async function skip(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

/** Reads up to a mark, and what stands behind it, across the pieces in which it comes. */
function readerOf(body: AsyncIterable<Uint8Array>) {
  const pieces = body[Symbol.asyncIterator]();
  // As if a line had ended before: the first delimiter has none above it.
  let held = Buffer.from('\r\n');

  async function more(): Promise<void> {
    const { done, value } = await pieces.next();
    if (done) throw new BrokenForm('It ends in the middle.');
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
  }

  return {
    /** All before the mark, which is passed at the end. Broken off, the next who asks goes on where it was. */
    async *upTo(mark: Buffer): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = held.indexOf(mark);
        const sure = at >= 0 ? at : Math.max(0, held.length - mark.length + 1);
        const piece = held.subarray(0, sure);
        held = held.subarray(sure);
        if (piece.length > 0) yield piece;
        if (at >= 0) {
          held = held.subarray(mark.length);
          return;
        }
        await more();
      }
    },
    async two(): Promise<string> {
      while (held.length < 2) await more();
      const two = held.subarray(0, 2).toString('latin1');
      held = held.subarray(2);
      return two;
    },
  };
}

/** As browsers write it: UTF-8, and a quotation mark in a name as %22. */
function named(head: string): { name: string; fileName: string | null } {
  const line = /^content-disposition:\s*form-data\s*;([^\r\n]*)/im.exec(head)?.[1];
  const value = (key: string) => new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, 'i').exec(line ?? '')?.[1];
  const name = value('name');
  if (name === undefined) throw new BrokenForm('A part has no name.');
  return { name, fileName: value('filename')?.replaceAll('%22', '"') ?? null };
}
