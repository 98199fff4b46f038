import { notMeasured } from './not-measured.ts';
import type { Told } from './report.ts';

type Report = {
  organisation: string;
  zone: string;
  months: string[];
  measures: Told[];
  countedAt: number | null;
};

const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

/**
 * The report for programs, as docs/report.md describes it. `format` is raised when a key changes its meaning or goes; keys
 * may be added without.
 */
export const reportJson = ({ organisation, zone, months, measures, countedAt }: Report) => ({
  format: 1,
  organisation,
  zone,
  countedAt: at(countedAt),
  months,
  measures: measures.map((measure) => ({
    key: measure.key,
    name: measure.name,
    definition: measure.definition,
    cannotTell: measure.cannotTell,
    about: measure.about,
    month: measure.latest,
    countedAt: at(measure.countedAt),
    targets: measure.aims.map(({ line, side, value, verdict, source }) => ({
      line,
      side,
      value,
      verdict,
      source,
    })),
    lines: measure.lines.map(({ key, words, unit, months: all }) => ({
      key,
      words,
      unit,
      months: all.map(({ month, figure }) => ({
        month,
        counted: figure !== null,
        value: figure?.value ?? null,
        n: figure?.n ?? null,
        of: figure?.of ?? null,
        fewerThanFive: Boolean(figure?.few),
      })),
    })),
  })),
  notMeasured,
});
