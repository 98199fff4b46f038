/** A moment as people here write it, with its zone: "24 Feb 2021, 11:13 UTC". `zone` is an IANA name. */
export const moment = (at: number, zone = 'UTC') => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  });
  return parts.format(at);
};

/** A day: "24 Feb 2021". */
export const day = (at: number, zone = 'UTC') =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);
