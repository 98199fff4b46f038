import { stringify } from 'csv-stringify/sync';

import { type CoverageFilter, fits } from './coverage-filter.ts';
import { coverage } from './coverage.server.ts';
import type { Covered, SquadPolicy } from './coverage.ts';
import { criticalityWords, stateWords, successorWords } from './coverage-words.ts';

const day = (at: number | null) => (at === null ? '' : new Date(at).toISOString().slice(0, 10));

const shortBy = ({ standings }: Covered, policy: SquadPolicy) =>
  standings.find((one) => one.policy === policy)?.short ?? '';

const columns: [string, (squad: Covered) => string | number][] = [
  ['Squad', ({ name }) => name],
  ['Area', ({ area }) => area ?? ''],
  ['Criticality', ({ criticality }) => criticalityWords[criticality ?? 0] ?? ''],
  ['Developers', ({ developers }) => developers],
  ['Champions', ({ champions }) => champions],
  ['Onboarding', ({ onboarding }) => onboarding],
  ['Coverage', ({ state }) => stateWords[state]],
  ['Short of one in every squad', (squad) => shortBy(squad, 'per-squad')],
  ['Short of one for so many developers', (squad) => shortBy(squad, 'per-developers')],
  ['Waived until', ({ waivedUntil }) => day(waivedUntil)],
  ['Without a champion since', ({ vacancy }) => day(vacancy?.since ?? null)],
  ['Days without a champion', ({ vacancy }) => vacancy?.days ?? ''],
  ['Champions without agreed hours', ({ withoutTime }) => withoutTime],
  ['Would follow', (squad) => successorWords(squad)],
];

/**
 * The squads that fit, one a row, worst first. As many as there are squads at work, which is bounded. A cell that a
 * spreadsheet would take for a formula is marked as text, and a byte-order mark says that it is UTF-8.
 */
export async function coverageCsv(filter: CoverageFilter, now: number): Promise<string> {
  const { squads } = await coverage(now);
  const rows = squads
    .filter((squad) => fits(squad, filter))
    .map((squad) => columns.map(([, cell]) => cell(squad)));
  return stringify([columns.map(([head]) => head), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
