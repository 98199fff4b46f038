import { z } from 'zod';

import { line, prose } from '#app/http/fields.ts';

/** What somebody would like to talk about, and what they have tried: theirs and their host's alone. */
export const wordsFields = {
  topic: line('a few words on what it is about', 150),
  tried: prose(5000).transform((text) => text.trim()),
};
export const wordsSchema = z.object({ ...wordsFields, version: z.coerce.number().int().catch(0) });
export type Words = { topic: string; tried: string };
