import { expect, it } from 'vitest';

import { median, middleOf } from '../../scripts/bench/measure.ts';
import { inTables, type Report } from '../../scripts/bench/report.ts';
import { table } from '../../scripts/bench/tables.ts';

it('takes the middle, and the mean of two middles', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
});

it('takes the middle of rounds figure by figure, and counts every request', () => {
  const round = (requests: number, rps: number, p99: number) => ({ requests, rps, p50: 1, p99, cpuMs: 2 });
  const middle = middleOf([round(10, 5, 30), round(20, 10, 10), round(30, 15, 20)]);
  expect(middle).toEqual({ requests: 60, rps: 10, p50: 1, p99: 20, cpuMs: 2 });
});

it('lines a table up', () => {
  expect(table(['', 'req/s'], [['list', '59.2']])).toBe(
    ['|      | req/s |', '|------|------:|', '| list |  59.2 |'].join('\n'),
  );
});

const weight = { sent: 14_000, gzipped: 4000 };
const report: Report = {
  results: [
    { name: 'list', rps: 200, floor_rps: 1000, p50_ms: 3, p99_ms: 9, cpu_ms: 5, floor_cpu_ms: 1, ratio: 0.2 },
    { name: 'search', rps: 40, floor_rps: 100, p50_ms: 3, p99_ms: 9, cpu_ms: 5, floor_cpu_ms: 1, ratio: 0.4 },
    { name: 'sign-in', rps: 40, floor_rps: 40, p50_ms: 3, p99_ms: 9, cpu_ms: 5, floor_cpu_ms: 1, ratio: 1 },
  ],
  at: '2026-11-23T18:00:00.000Z',
  machine: 'a machine',
  size: { postmortems: 2000, actionItems: 10_000 },
  rounds: 5,
  seconds: 2,
  differences: [],
  memory: { app_mb: 400, floor_mb: 100 },
  cold_start_ms: 600,
  bytes: { first_load: { ...weight, files: 3 }, navigation_list: weight, navigation_postmortem: weight },
  growth: null,
  people: null,
  training: null,
  guild: null,
  insight: null,
};
const rowOf = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(`| ${name} `))!;

it('says of each figure whether its aim is reached, and of sign-in, which has none, nothing', () => {
  const text = inTables(report);
  expect(rowOf(text, 'list')).toContain('not reached');
  expect(rowOf(text, 'search')).toContain(' reached');
  expect(rowOf(text, 'search')).not.toContain('not');
  expect(rowOf(text, 'sign-in')).not.toContain('reached');
  expect(rowOf(text, 'memory after the rounds')).toContain('not reached');
  expect(rowOf(text, 'cold start')).not.toContain('not');
});
