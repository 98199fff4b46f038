import { monthWords } from '#app/champions/hours.ts';

import { verdictWords } from './aim.ts';
import { figureWords, overWords } from './figure-words.ts';
import { neverMeasured } from './not-measured.ts';
import type { Told } from './report.ts';

/** One measure as a few lines of plain text: what it was, over how many, against what, and what it cannot tell. */
function paragraph({ name, lines, shown, latest, aims, cannotTell }: Told, month: string): string {
  const told = shown.flatMap((key) => {
    const line = lines.find((one) => one.key === key);
    const figure = line?.months.find(({ month }) => month === latest)?.figure ?? null;
    if (!line || figure === null) return [];
    const over = overWords(figure);
    return [`  ${line.words}: ${figureWords(figure, line.unit)}${over && ` (${over})`}`];
  });
  return [
    latest === month ? name : `${name} (${monthWords(latest)})`,
    ...(told.length > 0 ? told : ['  Not counted for this month.']),
    ...aims.map(({ words, verdict }) => `  Target: ${words}. ${verdictWords[verdict]}.`),
    `  What it cannot tell: ${cannotTell}`,
  ].join('\n');
}

/** The report of a month as a letter in plain text. */
export function reportText(
  month: string,
  { organisation, measures }: { organisation: string; measures: Told[] },
  { report, less }: { report: string; less: string },
): { subject: string; text: string } {
  const title = `What the program achieved: ${monthWords(month)}`;
  return {
    subject: title,
    text: [
      `${title}\n${organisation}`,
      ...measures.map((measure) => paragraph(measure, month)),
      neverMeasured,
      `The whole report, with its trends:\n${report}`,
      `-- \nYou get this as a sponsor of the program. You can end it on that page, or do without mail of this kind: ${less}`,
    ].join('\n\n'),
  };
}
