/** The rooms that grow with people and with years, small beside large. */
import type { GuildSide } from './guild-side.ts';
import type { InsightSide } from './insight-side.ts';
import type { PeopleSide } from './people-side.ts';
import { against, digits, table } from './tables.ts';
import type { TrainingSide } from './training-side.ts';

type Page = { name: string; cpu_ms: number; cost: number; time: number };

const pageTable = (pages: (Page & { before: number })[], aim: number): string =>
  table(
    ['', 'CPU ms', 'then', 'cost', 'time', `aim ${aim}`],
    pages.map(({ name, before, cpu_ms, cost, time }) => [
      name,
      digits(before, 2),
      digits(cpu_ms, 2),
      digits(cost, 2),
      digits(time, 2),
      against(cost, aim, true),
    ]),
  );

const companyWords = ({ squads, people, champions }: PeopleSide['usual']) =>
  `${squads} squads, ${people} people and ${champions} champions`;

/** The people side of a large company beside that of a usual one. */
export function peopleTables({ usual, large, fill_s, pages, after_a_change_ms }: PeopleSide): string[] {
  const { usual: before, large: after } = after_a_change_ms;
  return [
    `The people side, made anew, of ${companyWords(large)} after three years, beside ${companyWords(usual)} (filled in ${Math.round(fill_s)} s):`,
    pageTable(
      pages.map((page) => ({ ...page, before: page.cpu_ms_usual })),
      2,
    ),
    `The first answer of coverage after an enrolment has changed: ${digits(before, 2)} ms, then ${digits(after, 2)} ms.`,
  ];
}

/** Training with many attempts behind it beside few; and everybody at once. */
export function trainingTables({ attempts, fill_s, pages, deadline_day: day }: TrainingSide): string[] {
  return [
    `Training with ${attempts.many} attempts in the database, beside ${attempts.few} (filled in ${Math.round(fill_s)} s):`,
    pageTable(
      pages.map((page) => ({ ...page, before: page.cpu_ms_few })),
      1.5,
    ),
    `Deadline day: ${day.connections} people answering for ${day.seconds} s, ${day.requests} answers (${digits(day.rps)} a second), ${day.refused} refused, ${day.errors} without an answer; p50 ${digits(day.p50_ms)} ms, p99 ${digits(day.p99_ms)} ms.`,
  ];
}

/** From sending a note until the last of a hundred has it, ms. */
const TOLD_P99 = 250;

/** A running meeting that many have open. */
export function guildTables({ people, notes, saved, told, missing, statements, idle }: GuildSide): string[] {
  return [
    `A running meeting that ${people} people have open, ${notes} notes: saved p50 ${digits(saved.p50)} ms, p99 ${digits(saved.p99)} ms; with all of them p50 ${digits(told.p50)} ms, p99 ${digits(told.p99)} ms (aim ${TOLD_P99}: ${against(told.p99, TOLD_P99, true)}), ${missing} missing; ${digits(statements, 1)} statements a note, with what every request and every write costs. While nothing happens: ${Math.round(idle.cpu_ms)} ms of CPU and ${idle.statements} statements in ${idle.seconds} s, recurring work included.`,
  ];
}

const seconds = (ms: number) => `${digits(ms / 1000, 1)} s`;

/** The report and the wall of a large company beside those of a usual one. */
export function insightTables({ usual, large, fill_s, pages, counting }: InsightSide): string[] {
  return [
    `The report and the wall, made anew, of ${companyWords(large.company)} with ${large.size.postmortems} postmortems, ${large.size.actionItems} action items and ${large.insight.thanks} thanks, beside ${companyWords(usual.company)} (filled in ${Math.round(fill_s)} s):`,
    pageTable(
      pages.map((page) => ({ ...page, before: page.cpu_ms_usual })),
      2,
    ),
    `All months of the report counted in ${seconds(counting.usual.ms)} (${seconds(counting.usual.cpu_ms)} of CPU), then ${seconds(counting.large.ms)} (${seconds(counting.large.cpu_ms)}); others wait for ${digits(counting.large.longest_pause_ms)} ms of it at the most.`,
  ];
}
