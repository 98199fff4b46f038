import { z } from 'zod';

import { line } from '#app/http/fields.ts';

import { placeFields } from './series-form.ts';

/** What can be said of one meeting by itself. */
export const meetingSchema = z.object({
  title: line('the title of the meeting', 120),
  ...placeFields,
  version: z.coerce.number().int().default(0),
});
