/** Between a time as it is kept and the fields it is typed into. Apart from their schema, which no browser needs. */

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
