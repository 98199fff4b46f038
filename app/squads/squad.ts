import { line } from '#app/http/fields.ts';

/** What a squad may be called. */
export const squadName = line('the name of the squad', 80);

export const isTakenWords = 'A squad of this name is here already, perhaps among the archived ones.';
