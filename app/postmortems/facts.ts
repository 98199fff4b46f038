import { z } from 'zod';

import { line, optionalLine, severity } from '#app/http/fields.ts';

import { kinds, MOST_TITLE, reaches } from './postmortem.ts';

const kind = z.enum(kinds, { error: 'Choose incident or near miss.' });
const timezone = optionalLine(64).transform((text) => text || null);

/** What somebody says about a postmortem as a whole. */
export const factsSchema = z.object({ title: line('a title', MOST_TITLE), kind, severity, timezone });

export const reach = z.enum(reaches, { error: 'Choose who it is for.' });

/** What a new one starts with; its kind comes from its template. */
export const beginningSchema = z.object({
  title: line('a title', MOST_TITLE),
  severity,
  timezone,
  template: z.string().max(64),
  private: z.string().optional(),
});
