/** Making a formatter costs a hundred times what using one does: one is kept for every zone. */
function perZone(options: Intl.DateTimeFormatOptions): (at: number, zone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (at, zone) => {
    const known = made.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    made.set(zone, known);
    return known.format(at);
  };
}

const inFull = perZone({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const dayAlone = perZone({ dateStyle: 'medium' });

/** A moment as people here write it, with its zone: "24 Feb 2021, 11:13 UTC". `zone` is an IANA name. */
export const moment = (at: number, zone = 'UTC'): string => inFull(at, zone);

/** A day: "24 Feb 2021". */
export const day = (at: number, zone = 'UTC'): string => dayAlone(at, zone);
