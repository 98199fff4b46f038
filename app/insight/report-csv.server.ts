import { stringify } from 'csv-stringify/sync';

import { fewWords } from './figure-words.ts';
import type { Report } from './report.server.ts';

const head = ['Measure', 'Line', 'Unit', 'Month', 'Value', 'Measured', 'Of', 'Note'];

/** A figure a row: every month of every line. A share is from 0 to 1. */
export function reportCsv({ measures }: Pick<Report, 'measures'>): string {
  const rows = measures.flatMap(({ name, lines }) =>
    lines.flatMap(({ words, unit, months }) =>
      months.map(({ month, figure }) => [
        name,
        words,
        unit,
        month,
        figure?.value ?? '',
        figure?.n ?? '',
        figure?.of ?? '',
        figure === null ? 'not counted' : figure.few ? fewWords[figure.few] : '',
      ]),
    ),
  );
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
