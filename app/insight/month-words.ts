const words = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (month: string): string => format.format(Date.parse(`${month}-15T00:00:00Z`));
};

/** "Nov 25" */
export const monthShort = words({ month: 'short', year: '2-digit' });

const inFull = words({ month: 'long', year: 'numeric' });

/** Of when a figure is: a state that may still change, or a month that is told as a whole. */
export const whenWords = (about: 'month' | 'state' | 'now', month: string): string =>
  about === 'month' ? inFull(month) : 'now';
