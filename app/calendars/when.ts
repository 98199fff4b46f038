/** Making a formatter costs a hundred times what using one does: one is kept for every zone. */
function perZone(options: Intl.DateTimeFormatOptions): (at: number, zone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (at, zone) => {
    const known = made.get(zone) ?? inZone(options, zone);
    made.set(zone, known);
    return known.format(at);
  };
}

/** By the clocks of a zone; by UTC where this system knows the zone no longer. */
function inZone(options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}

const inFull = perZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const inShort = perZone({ weekday: 'short', day: 'numeric', month: 'short' });
/** A time by a zone's clocks: "17:00". */
export const clock = perZone({ hour: '2-digit', minute: '2-digit' });
const clockAndZone = perZone({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

/** A day on a zone's calendar: "Wednesday 4 March 2026". */
export const dayInWords = (at: number, zone: string): string => inFull(at, zone).replace(',', '');

/** A day and a time, for lists: "Wed 4 Mar, 17:00". */
export const shortly = (at: number, zone: string): string =>
  `${inShort(at, zone).replace(',', '')}, ${clock(at, zone)}`;

/** From when to when by a zone's clocks, with what the zone is called then: "17:00–18:00 CET". */
export const spanInWords = (at: number, minutes: number, zone: string): string =>
  `${clock(at, zone)}–${clockAndZone(at + minutes * 60_000, zone)}`;

/** Day and time together: "Wednesday 4 March 2026, 17:00–18:00 CET". */
export const whenInWords = (at: number, minutes: number, zone: string): string =>
  `${dayInWords(at, zone)}, ${spanInWords(at, minutes, zone)}`;
