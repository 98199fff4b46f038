import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';

import { MeasureFigure } from './measure-figure.tsx';
import { MonthColumns } from './month-columns.tsx';
import type { Told } from './report.ts';
import { MeasureTrend } from './trend.tsx';

/** One measure of the report: its figure, what it is, its trend, and the same in a table. */
export function MeasureSection({ measure, running }: { measure: Told; running: string }) {
  const { key, name, definition, drawn } = measure;
  return (
    <Card id={key} aria-labelledby={`${key}-name`} className="scroll-mt-4">
      <h2 id={`${key}-name`} className="font-serif text-xl font-semibold">
        <Link to={paths.reportMeasure(key)} className="underline-offset-4 hover:underline">
          {name}
        </Link>
      </h2>
      <p className="mt-1 max-w-prose text-soft">{definition}</p>
      <div className="report-parts mt-4 grid gap-x-8 gap-y-5 lg:grid-cols-[2fr_3fr]">
        <MeasureFigure measure={measure} />
        {drawn.length > 0 && <MeasureTrend measure={measure} running={running} />}
      </div>
      <MonthColumns measure={measure} running={running} />
    </Card>
  );
}
