/** A moment as people here write it: "24 Feb 2021, 11:13 UTC". `zone` is an IANA name. */
export const moment = (at: number, zone = 'UTC') =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at)} ${zone === 'UTC' ? 'UTC' : ''}`.trim();

/** A day: "24 Feb 2021". */
export const day = (at: number, zone = 'UTC') =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(at);
