import { monthWords } from '#app/champions/hours.ts';

import { figureWords, overWords } from './figure-words.ts';
import type { Told } from './report.ts';

/** Every line of a measure with every month that was counted, the newest first. */
export function MonthRows({ measure, running }: { measure: Told; running: string }) {
  return (
    <div className="mt-8 space-y-8">
      {measure.lines.map((line) => (
        <table key={line.key} className="w-full max-w-2xl text-sm tabular-nums">
          <caption className="mb-1 text-left font-serif text-lg font-semibold">{line.words}</caption>
          <thead className="border-b border-line-strong text-left text-soft">
            <tr>
              <th scope="col" className="py-1 font-medium">
                Month
              </th>
              <th scope="col" className="py-1 pl-4 text-right font-medium">
                Figure
              </th>
              <th scope="col" className="py-1 pl-4 text-right font-medium">
                Measured over
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {line.months
              .filter(({ figure }) => figure !== null)
              .toReversed()
              .map(({ month, figure }) => (
                <tr key={month}>
                  <th scope="row" className="py-1 text-left font-normal">
                    {monthWords(month)}
                    {month === running && <span className="text-soft"> so far</span>}
                  </th>
                  <td className="py-1 pl-4 text-right">{figureWords(figure, line.unit)}</td>
                  <td className="py-1 pl-4 text-right text-soft">{overWords(figure)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
