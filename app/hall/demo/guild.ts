import { z } from 'zod';

import { kinds } from '#app/action-items/action-item.ts';

import { minute } from './company.ts';

const name = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);

const agendaItem = z.strictObject({
  kind: name,
  /** of one that came from a postmortem, the document's name stands instead */
  title: name.optional(),
  postmortem: name.optional(),
  minutes: z.int().positive(),
  by: name,
  notes: z.string().default(''),
  /** not reached: it is carried */
  open: z.boolean().default(false),
});

const action = z.strictObject({
  statement: name,
  kind: z.enum(kinds),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  owner: name,
  /** due so many days after the meeting */
  days: z.int().positive(),
});

const answered = z.strictObject({ by: name, at: minute, text: name });

/** content/demo/guild.json: the guild’s meetings, office hours, and what people asked. */
export const guildSchema = z.strictObject({
  series: z.strictObject({
    name,
    about: name,
    template: name,
    by: name,
    host: name,
    at: minute,
    /** every two weeks from this day on: by whole weeks, the demo’s days move along with it */
    firstDay: day,
    time,
    place: name,
    link: z.url(),
  }),
  skipped: z.array(z.strictObject({ day, by: name, at: minute })),
  held: z.array(
    z.strictObject({
      day,
      present: z.array(name),
      agenda: z.array(agendaItem),
      decisions: z.array(name),
      actions: z.array(action),
    }),
  ),
  next: z.strictObject({
    day,
    answers: z.strictObject({ yes: z.array(name), maybe: z.array(name), no: z.array(name) }),
    placed: z.array(agendaItem),
  }),
  proposals: z.array(
    z.strictObject({
      kind: name,
      title: name,
      about: z.string(),
      minutes: z.int().positive(),
      by: name,
      at: minute,
      votes: z.array(name),
    }),
  ),
  hours: z.array(
    z.strictObject({
      host: name,
      at: minute,
      firstDay: day,
      rhythm: z.enum(['weekly', 'two-weekly']),
      time,
      minutes: z.int().positive(),
      slotMinutes: z.int().positive(),
      about: name,
      place: name,
      link: z.url().nullable(),
    }),
  ),
  /** of what is still to come, whenever the demo is made: the nth free time of a host */
  bookings: z.array(
    z.strictObject({ person: name, host: name, nth: z.int().min(0), topic: name, tried: z.string() }),
  ),
  questions: z.array(
    z.strictObject({
      by: name,
      at: minute,
      title: name,
      text: name,
      answer: answered.optional(),
      article: z.strictObject({ question: name, answer: name }).optional(),
    }),
  ),
  nameless: z.array(z.strictObject({ at: minute, title: name, text: name, answer: answered.optional() })),
});
export type Guild = z.output<typeof guildSchema>;
