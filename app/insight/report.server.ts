import { organisation } from '#app/accounts/organisation.server.ts';
import { memory, remember } from '#db/remember.server.ts';

import { figuresOf } from './figures.server.ts';
import { measures } from './measures.server.ts';
import { type Told, reportOf } from './report.ts';
import { type Span, spanOf, spansUpTo, toldFrom } from './span.ts';
import { targetsHere } from './targets.server.ts';

export type Report = {
  organisation: string;
  zone: string;
  /** the newest last */
  months: string[];
  measures: Told[];
  /** when the oldest of its newest figures was counted; null: nothing was */
  countedAt: number | null;
};

const known = memory<Report>(4);

/** The report of the thirteen months up to this moment, read from what was counted. */
export async function report(now: number): Promise<Report> {
  const here = await organisation();
  const zone = here?.timezone ?? 'UTC';
  const spans = spansUpTo(now, zone);
  // What is told late becomes another on a day within the month.
  const late = measures.map(({ lag }) => toldFrom(spans.at(-2)!, lag) <= now);
  const key = JSON.stringify([here?.name, zone, spans.at(-1)!.month, late, targetsHere()]);
  return remember(known, key, () => reportFor(spans, { name: here?.name ?? '', zone, now }));
}

/** The report of a month that is over, as its letter tells it. */
export async function reportOfMonth(month: string, now: number): Promise<Report> {
  const here = await organisation();
  const zone = here?.timezone ?? 'UTC';
  const spans = spansUpTo(spanOf(month, zone).from, zone);
  return reportFor(spans, { name: here?.name ?? '', zone, now });
}

async function reportFor(
  spans: Span[],
  { name, zone, now }: { name: string; zone: string; now: number },
): Promise<Report> {
  const rows = await figuresOf(spans, zone);
  const told = reportOf(measures, rows, spans, { targets: targetsHere(), now });
  const counted = told.flatMap(({ countedAt }) => countedAt ?? []);
  return {
    organisation: name,
    zone,
    months: spans.map(({ month }) => month),
    measures: told,
    countedAt: counted.length === 0 ? null : Math.min(...counted),
  };
}
