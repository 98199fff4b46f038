import { zoneHere } from '#app/accounts/organisation.server.ts';
import { startOf } from '#app/belts/calendar-day.ts';

/** A year: from its first moment on, up to the first of the next (epoch ms), by the clocks of the organisation. */
export type YearSpan = { year: number; from: number; to: number; zone: string };

export async function yearHere(year: number): Promise<YearSpan> {
  const zone = await zoneHere();
  return { year, from: startOf(`${year}-01-01`, zone), to: startOf(`${year + 1}-01-01`, zone), zone };
}
