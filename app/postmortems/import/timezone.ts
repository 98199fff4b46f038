import type { Section } from './outline.ts';
import type { Timeline } from './timeline.ts';
import { tally } from './words.ts';
import { declaredZone, usualZone, zoneOfAllTimes } from './zones.ts';

/**
 * The zone of a document's times, as it is written: what nearly all entries say themselves, what is said around them,
 * what most of them say, or what the rest of the document says. Null where none is named.
 */
export function timezoneOf(timelines: Map<Section, Timeline>, body: string): string | null {
  const read = [...timelines];
  const entries = read.flatMap(([, timeline]) => timeline.entries);
  const zones = tally(entries.flatMap(({ zone }) => (zone ? [zone] : [])));
  const [usual, count] = [...zones].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  if (usual && count * 5 > entries.length * 4) return named(usual);
  const around = read.flatMap(([section, { rest, entries: first }]) => [
    section.heading,
    rest,
    ...asides(first),
  ]);
  return named(declaredZone(around.join('\n')) ?? usual ?? zoneOfAllTimes(body) ?? usualZone(body));
}

/** Of the first entries, what is written with their times and speaks of times: "2015-10-21 (all times UTC)". */
function asides(entries: Timeline['entries']): string[] {
  return entries.slice(0, 5).flatMap(({ written }) => (/times?\b/i.test(written) ? [written] : []));
}

function named(zone: string | null): string | null {
  return zone === 'Z' ? 'UTC' : zone;
}
