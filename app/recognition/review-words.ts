type Told = { hours: number; months: number } | null;

/** What somebody told of the months of a year, in words. */
export function hoursWords({ reported }: { reported: Told }): string {
  if (reported === null) return 'What the months took was not told here.';
  const { hours, months } = reported;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} told, for ${months} ${months === 1 ? 'month' : 'months'}`;
}

const parts = [
  'belts',
  'sessions',
  'agenda',
  'evidence',
  'mentored',
  'fixes',
  'nearMisses',
  'recognised',
  'thanks',
  'hours',
] as const;

/** Whether a part has nothing to show. */
export const isAnythingLeftOut = (packet: Record<(typeof parts)[number], readonly unknown[]>): boolean =>
  parts.some((part) => packet[part].length === 0);
