import { z } from 'zod';

import { steps } from '#app/action-items/action-item.ts';
import { parts, reaches } from '#app/postmortems/postmortem.ts';

import { minute } from './company.ts';

const name = z.string().min(1);

/** How a postmortem came about, and what became of its action items. */
const story = z.strictObject({
  /** content/demo/postmortems/NAME.md */
  document: name,
  /** the template it was written from; without one, the document was imported */
  template: name.optional(),
  author: name,
  begun: minute,
  /** everybody else who has a part in it */
  people: z.record(name, z.enum(parts).exclude(['author'])),
  reach: z.enum(reaches),
  /** whom it is for, where that is squads */
  squads: z.array(name).default([]),
  review: minute.optional(),
  published: z.strictObject({ at: minute, by: name }).optional(),
  /** the steps of its action items, in the order of the document; those left out stay as they were written */
  items: z
    .array(
      z.array(z.strictObject({ step: z.enum(steps), at: minute, by: name, note: z.string().default('') })),
    )
    .default([]),
});

/** content/demo/year.json */
export const yearSchema = z.array(story);
export type Story = z.output<typeof story>;
