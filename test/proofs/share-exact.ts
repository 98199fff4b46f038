import { isDeepStrictEqual } from 'node:util';

import { handChecked } from './documents.ts';
import type { Measured } from './proof.ts';

type Document = ReturnType<typeof handChecked>['documents'][number];
type Compared = { read: unknown; expected: unknown[] };

/** In how many % of the documents read by hand a part comes out exactly; tells which are not, and how they differ. */
export function shareExact(
  compare: (document: Document) => Compared,
  what: string,
  tell: (line: string) => void,
): Measured {
  const { documents, are } = handChecked();
  const compared = documents.map((document) => ({ name: document.name, ...compare(document) }));
  const other = compared.filter(({ read, expected }) => !isDeepStrictEqual(read, expected));
  for (const { name, read, expected } of other)
    tell(`${name}: read ${JSON.stringify(read)}\n  instead of ${JSON.stringify(expected)}`);
  const exact = documents.length - other.length;
  const pieces = compared.reduce((sum, { expected }) => sum + expected.length, 0);
  // rounded down: 100 is all of them
  const figure = Math.floor((exact / documents.length) * 1000) / 10;
  return { figure, note: `${exact} of ${are}; ${pieces} ${what}` };
}
