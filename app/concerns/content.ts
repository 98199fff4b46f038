import { z } from 'zod';

/** What an organisation may set about concerns, in content/concerns.json. */
const shape = z.strictObject({
  workingDays: z
    .number({ error: '“workingDays” is a number of days, such as 2.' })
    .min(0.5, '“workingDays” is half a day at the least.')
    .max(60, '“workingDays” is 60 at the most.'),
  daysOff: z.array(z.iso.date({ error: '“daysOff” holds days such as "2026-12-25".' })),
});
export type Pace = z.output<typeof shape>;
type Faults = { faults: { line: number; text: string }[] };

/** Reads the file; what is wrong with it comes with the line it stands on, as far as that can be told. */
export function readPace(text: string): Pace | Faults {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return {
      faults: [{ line: 1, text: 'This is not JSON. Is there a comma too many, or a quote too few?' }],
    };
  }
  const read = shape.safeParse(written);
  if (read.success) return read.data;
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      line: lineOf(text, String(path[0] ?? '')),
      text: message,
    })),
  };
}

const lineOf = (text: string, key: string): number =>
  Math.max(
    0,
    text.split('\n').findIndex((line) => key !== '' && line.includes(`"${key}"`)),
  ) + 1;
