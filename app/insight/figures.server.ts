/** The figures of the report: counted now and then and kept, so that looking at them costs the same at any size. */
import { setImmediate } from 'node:timers/promises';

import { and, asc, gte, lte } from 'drizzle-orm';

import { organisation } from '#app/accounts/organisation.server.ts';
import { log } from '#app/http/log.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { figures } from '#db/schema/insight.ts';

import { dueCounts, isCountedBy, versionOf } from './due-counts.ts';
import type { Cell, Measure } from './measure.ts';
import { measures } from './measures.server.ts';
import { type Span, spanOf, spansUpTo, toldFrom } from './span.ts';

type Due = { measure: Measure; span: Span };

/** More than an hour's work: how far it is goes to the log. */
const MANY = 2 * measures.length;

/**
 * Counts what is due, month by month, and keeps each as soon as it is counted: cut off by `stopping`, the rest follows
 * next time.
 */
export async function countFigures(
  now: number,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  const here = await organisation();
  if (!here) return;
  const zone = here.timezone;
  const spans = spansUpTo(now, zone);
  const kept = await db.read
    .select({
      measure: figures.measure,
      month: figures.month,
      countedAt: figures.countedAt,
      version: figures.version,
    })
    .from(figures)
    .where(within(spans));
  const due = dueCounts(measures, spans, { kept, zone, now });
  for (const measure of measures) {
    const of = due.filter((one) => one.measure === measure);
    const begun = performance.now();
    for (const one of of) {
      if (stopping.aborted) return;
      await countOne(one, zone, now);
      // Others are answered in between.
      await setImmediate();
    }
    if (due.length > MANY && of.length > 0)
      log('info', 'figures-counted', {
        measure: measure.key,
        months: of.length,
        ms: Math.round(performance.now() - begun),
      });
  }
}

const within = (spans: readonly Span[]) =>
  and(gte(figures.month, spans[0]!.month), lte(figures.month, spans.at(-1)!.month));

async function countOne({ measure, span }: Due, zone: string, now: number): Promise<void> {
  const values = { cells: await measure.count(span, now) };
  const counted = { values, countedAt: now, version: versionOf(measure, zone) };
  await db.write((tx) =>
    tx
      .insert(figures)
      .values({ measure: measure.key, month: span.month, ...counted })
      .onConflictDoUpdate({ target: [figures.measure, figures.month], set: counted }),
  );
}

/** So few people that whoever asks first can wait for the count. */
const SMALL = 500;

/** Counts at once in a house that is new and small, so that its first reader finds something. */
export async function countIfNew(now: number): Promise<void> {
  const [any] = await db.read.select({ month: figures.month }).from(figures).limit(1);
  if (any || (await db.read.$count(people)) > SMALL) return;
  await countFigures(now);
}

/** Counts a month that is over once more, where that was not done since it ended. */
export async function countMonth(month: string, now: number): Promise<void> {
  const zone = (await organisation())?.timezone ?? 'UTC';
  const span = spanOf(month, zone);
  const kept = new Map((await figuresOf([span], zone)).map((row) => [row.measure, row.countedAt]));
  for (const measure of measures)
    if (measure.about !== 'now' && (kept.get(measure.key) ?? 0) < toldFrom(span, measure.lag))
      await countOne({ measure, span }, zone, now);
}

/** What is kept of a measure in a month. */
type Figure = { measure: string; month: string; cells: Cell[]; countedAt: number };

/** What is kept of these months, as the measures are defined now. */
export async function figuresOf(spans: readonly Span[], zone: string): Promise<Figure[]> {
  const known = new Map(measures.map((measure) => [measure.key, measure]));
  const rows = await db.read
    .select()
    .from(figures)
    .where(within(spans))
    .orderBy(asc(figures.month), asc(figures.measure));
  return rows.flatMap(({ measure, month, values, countedAt, version }) => {
    const by = known.get(measure);
    return by && isCountedBy(by, version, zone)
      ? [{ measure, month, cells: values.cells as Cell[], countedAt }]
      : [];
  });
}
