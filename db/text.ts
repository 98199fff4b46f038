import { type AnyColumn, sql, type SQL } from 'drizzle-orm';

import { engine } from './engine.ts';

const folded = (text: string) => text.normalize('NFC').toLowerCase();

/** The same text, upper and lower case alike, on both engines. */
export const sameText = (column: AnyColumn, text: string): SQL => sql`lower(${column}) = ${folded(text)}`;

/** Text that holds this, upper and lower case alike. No character is a wildcard. */
export const holdsText = (column: AnyColumn, text: string): SQL =>
  engine === 'postgresql'
    ? sql`strpos(lower(${column}), ${folded(text)}) > 0`
    : sql`instr(lower(${column}), ${folded(text)}) > 0`;

/** Text that begins with this, upper and lower case alike. */
export const beginsWithText = (column: AnyColumn, text: string): SQL =>
  sql`substr(lower(${column}), 1, ${[...folded(text)].length}) = ${folded(text)}`;
