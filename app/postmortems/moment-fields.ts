import { z } from 'zod';

import { optionalLine, prose } from '#app/http/fields.ts';

import { isLocal } from './moment.ts';

/** A time as a form asks for it: a day, a time of that day, a zone of its own, and the words it was written in. */
export const momentShape = {
  day: optionalLine(10).refine((text) => text === '' || isLocal(text), 'Write the day as 2026-03-04.'),
  time: optionalLine(5).refine(
    (text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    'Write the time as 14:05.',
  ),
  zone: optionalLine(64),
  written: optionalLine(200),
};

type MomentFields = { day: string; time: string; zone: string; written: string };

/** The time that was asked for. A time without its day cannot be placed, so its words are kept and no more. */
export function momentOf({ day, time, zone, written }: MomentFields) {
  const at = day === '' ? null : time === '' ? day : `${day}T${time}`;
  return { at, zone: zone || null, written: written || [day, time].filter(Boolean).join(' ') };
}

/** The fields a kept time fills in again; words that only repeat it are left out, so that they follow a correction. */
export const momentValues = (moment: {
  at: string | null;
  zone: string | null;
  written: string;
}): MomentFields => ({
  day: moment.at?.slice(0, 10) ?? '',
  time: moment.at?.slice(11, 16) ?? '',
  zone: moment.zone ?? '',
  written: moment.written === moment.at?.replace('T', ' ') ? '' : moment.written,
});

/** A timeline entry as a form gives it. */
export const entrySchema = z.object({
  ...momentShape,
  text: prose(100_000).pipe(z.string().min(1, 'Say what happened.')),
});
