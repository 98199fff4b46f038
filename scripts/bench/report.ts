import type { Weight } from './bytes.ts';
import type { Size } from './data.ts';
import type { Growth } from './growth.ts';
import type { PeopleSide } from './people-side.ts';
import type { GuildSide } from './guild-side.ts';
import type { InsightSide } from './insight-side.ts';
import { guildTables, insightTables, peopleTables, trainingTables } from './sides-report.ts';
import { against, digits, table } from './tables.ts';
import type { TrainingSide } from './training-side.ts';

export type Result = {
  name: string;
  rps: number;
  floor_rps: number;
  p50_ms: number;
  p99_ms: number;
  cpu_ms: number;
  floor_cpu_ms: number;
  ratio: number;
};

/** What the benchmark found, as it is written down with `--json`. */
export type Report = {
  results: Result[];
  at: string;
  machine: string;
  size: Size;
  rounds: number;
  seconds: number;
  /** pages on which the app shows other words than the floor, beside what has to be the same */
  differences: string[];
  memory: { app_mb: number; floor_mb: number };
  cold_start_ms: number;
  bytes: { first_load: Weight & { files: number }; navigation_list: Weight; navigation_postmortem: Weight };
  growth: Growth | null;
  people: PeopleSide | null;
  training: TrainingSide | null;
  guild: GuildSide | null;
  insight: InsightSide | null;
};

/** What we aim at: the ratio to the floor, by name. Signing in is made slow on purpose, and has no aim. */
const aims: Record<string, number> = {
  list: 0.25,
  postmortem: 0.25,
  search: 0.3,
  write: 0.5,
  unchanged: 5,
};

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The report as it is printed, and as docs/performance.md shows it. */
export function inTables(report: Report): string {
  const { memory, bytes, growth, people, training, guild, insight } = report;
  const results = report.results.map((one) => [
    one.name,
    digits(one.rps),
    digits(one.floor_rps),
    digits(one.ratio, 2),
    aims[one.name] === undefined ? '' : String(aims[one.name]),
    against(one.ratio, aims[one.name]),
    String(one.p50_ms),
    String(one.p99_ms),
    digits(one.cpu_ms, 2),
    digits(one.floor_cpu_ms, 2),
  ]);
  const atMost = (name: string, value: number, shown: string, aim: number, aimShown: string) => [
    name,
    shown,
    aimShown,
    against(value, aim, true),
  ];
  const weights = [
    atMost('memory after the rounds', memory.app_mb, `${digits(memory.app_mb)} MB`, 350, '350 MB'),
    ['the floor’s memory', `${digits(memory.floor_mb)} MB`, '', ''],
    atMost('cold start', report.cold_start_ms, `${digits(report.cold_start_ms)} ms`, 1000, '1000 ms'),
    atMost('first load as sent', bytes.first_load.sent, kB(bytes.first_load.sent), 120_000, '120 kB'),
    ['first load behind a proxy that compresses', kB(bytes.first_load.gzipped), '', ''],
    atMost(
      'navigation to the list as sent',
      bytes.navigation_list.sent,
      kB(bytes.navigation_list.sent),
      15_000,
      '15 kB',
    ),
    ['… behind a proxy that compresses', kB(bytes.navigation_list.gzipped), '', ''],
    atMost(
      'navigation to a postmortem as sent',
      bytes.navigation_postmortem.sent,
      kB(bytes.navigation_postmortem.sent),
      15_000,
      '15 kB',
    ),
    ['… behind a proxy that compresses', kB(bytes.navigation_postmortem.gzipped), '', ''],
  ];
  const grown = growth?.pages.map((page) => [
    page.name,
    digits(page.cpu_ms_before, 2),
    digits(page.cpu_ms, 2),
    digits(page.cost, 2),
    Number.isFinite(page.time) ? digits(page.time, 2) : 'no answer',
    against(page.cost, 1.5, true),
  ]);
  const heads = ['', 'req/s', 'floor', 'ratio', 'aim', '', 'p50 ms', 'p99 ms', 'CPU ms', 'floor CPU ms'];
  return [
    `${report.at.slice(0, 16).replace('T', ' ')} UTC · ${report.machine} · ${report.rounds} rounds of ${report.seconds} s, 16 connections`,
    table(heads, results),
    table(['', 'figure', 'aim', ''], weights),
    ...(growth && grown
      ? [
          `${growth.times} times the data (filled in ${Math.round(growth.fill_s)} s; started in ${Math.round(growth.cold_start_ms)} ms):`,
          table(['', 'CPU ms', 'then', 'cost', 'time', 'aim 1.5'], grown),
        ]
      : []),
    ...(people ? peopleTables(people) : []),
    ...(training ? trainingTables(training) : []),
    ...(guild ? guildTables(guild) : []),
    ...(insight ? insightTables(insight) : []),
    ...(report.differences.length > 0
      ? [`Beside what has to be the same, the floor shows other words on: ${report.differences.join(', ')}.`]
      : []),
  ].join('\n\n');
}
