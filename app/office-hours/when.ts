/** Making a formatter is dear: one is kept for every zone. */
function perZone(options: Intl.DateTimeFormatOptions): (at: number, zone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (at, zone) => {
    const known = made.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    made.set(zone, known);
    return known.format(at);
  };
}

/** "Wednesday 4 March" */
export const dayInWords = perZone({ weekday: 'long', day: 'numeric', month: 'long' });
/** "14:00 CET" */
export const clockInWords = perZone({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
/** "14:00" */
export const clock = perZone({ hour: '2-digit', minute: '2-digit' });
/** "Wednesday 4 March, 14:00 CET" */
export const whenInWords = (at: number, zone: string): string =>
  `${dayInWords(at, zone)}, ${clockInWords(at, zone)}`;
