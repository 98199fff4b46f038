import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

/** minutes an item may take at the most: a working day */
const MOST_MINUTES = 480;
const MINUTES = `Write how many minutes, from 1 to ${MOST_MINUTES}.`;

/** A page of ours, or one elsewhere that a browser opens. */
const isLink = (text: string) =>
  /^\/(?![/\\])/.test(text) || (/^https?:\/\//i.test(text) && URL.canParse(text));

/** What somebody fills in about something for an agenda. The presenter is text, resolved afterwards. */
export const agendaItemSchema = z.object({
  id: optionalLine(16),
  /** "series <id>" or "meeting <id>" */
  place: optionalLine(40),
  kind: optionalLine(60),
  title: line('a few words on what it is about', 200),
  about: prose(4000),
  minutes: z.coerce.number({ error: MINUTES }).int(MINUTES).min(1, MINUTES).max(MOST_MINUTES, MINUTES),
  presenter: optionalLine(200),
  link: optionalLine(500)
    .refine((text) => text === '' || isLink(text), 'Write the whole address, beginning with https://.')
    .transform((text) => text || null),
  version: z.coerce.number().int().default(0),
});

/** What to say when somebody is named who will never see the item. */
export const UNSEEN = 'They do not see what this came from, and would not see this. Choose somebody else.';
export const PLACE = 'Choose where it goes: this meeting or series is over.';
