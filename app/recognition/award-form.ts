import { z } from 'zod';

import { line, prose } from '#app/http/fields.ts';

/** What an organiser says of an award they define. */
export const awardSchema = z.object({
  name: line('it a name', 60),
  about: prose(300).pipe(z.string().trim().min(1, 'Please say what it is given for.')),
  version: z.coerce.number().int().min(0).default(0),
});
export type AwardDraft = { name: string; about: string };

/** The key of an award by its name: "Calm in a storm" is "calm-in-a-storm". */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 36)
    .replaceAll(/-+$/g, '') || 'award';

/** What to do about a name that another award has. */
export const takenWords = 'Another award has that name, perhaps a retired one. Choose another.';
