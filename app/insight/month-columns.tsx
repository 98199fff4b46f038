import { figureShort, overWords } from './figure-words.ts';
import { monthShort } from './month-words.ts';
import type { Told } from './report.ts';

const unitWords = { share: '', count: '', days: ', days', hours: ', hours' } as const;

/** Where there is little room, the newest months are shown; paper and wide screens have all of them. */
const roomFor = (back: number) =>
  back < 3
    ? ''
    : back < 8
      ? 'hidden sm:table-cell print:table-cell'
      : 'hidden lg:table-cell print:table-cell';

/**
 * The lines of the overview, a month a column, as many as there is room for: the page of the measure has all. Of what is
 * known of now alone, now alone is shown.
 */
export function MonthColumns({ measure, running }: { measure: Told; running: string }) {
  const { key, name, about, latest } = measure;
  const lines = measure.lines.filter((line) => measure.shown.includes(line.key));
  const wanted = (month: string) => about !== 'now' || month === latest;
  const months = (lines[0]?.months ?? []).filter(({ month }) => wanted(month));
  if (months.length === 0) return null;
  return (
    <div className="report-months mt-5">
      <table className={`text-sm tabular-nums ${about === 'now' ? '' : 'w-full'}`}>
        <caption className="sr-only">{name}, month by month</caption>
        <thead>
          <tr className="border-b border-line-strong text-soft">
            <th scope="col" className="py-1 pr-3 text-left font-medium">
              {about === 'now' ? 'Now' : 'Month'}
            </th>
            {months.map(({ month }, at) => (
              <th
                key={month}
                scope="col"
                className={`py-1 pl-2 text-right align-top font-medium whitespace-nowrap ${roomFor(months.length - 1 - at)}`}
              >
                {monthShort(month)}
                {month === running && about === 'month' && <span className="block font-normal">so far</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="min-w-32 py-1 pr-3 text-left font-normal">
                {line.words}
                {unitWords[line.unit]}
              </th>
              {line.months
                .filter(({ month }) => wanted(month))
                .map(({ month, figure }, at) => (
                  <td
                    key={`${key} ${month}`}
                    title={overWords(figure) || undefined}
                    className={`py-1 pl-2 text-right whitespace-nowrap ${roomFor(months.length - 1 - at)}`}
                  >
                    {figureShort(figure, line.unit)}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.some((line) => line.months.some(({ figure }) => figure?.few === 'part')) && (
        <p className="mt-2 text-sm text-soft">
          … is left out, so that nobody can work out a figure about fewer than five people.
        </p>
      )}
    </div>
  );
}
