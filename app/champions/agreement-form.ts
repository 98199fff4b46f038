import { z } from 'zod';

import { prose } from '#app/http/fields.ts';

import { LEAST_HOURS, MOST_HOURS } from './hours.ts';

const outOfRange = `Write whole hours a month, from ${LEAST_HOURS} to ${MOST_HOURS}. With less than ${LEAST_HOURS} it rarely does anybody good.`;

const hours = z
  .string({ error: outOfRange })
  .trim()
  .regex(/^\d{1,3}$/, outOfRange)
  .transform(Number)
  .refine((number) => number >= LEAST_HOURS && number <= MOST_HOURS, outOfRange);

/** A manager's answer: hours a month, or none for now; and words for the person. */
export const agreementSchema = z.object({ hours, note: prose(2000) });
export const declineSchema = z.object({ note: prose(2000) });
