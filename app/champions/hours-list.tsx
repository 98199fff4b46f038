/** What was promised and what each month took. For those alone who may see it. */
export function HoursList({
  promised,
  months,
}: {
  promised: number | null;
  months: { month: string; words: string; hours: string; word: string | null }[];
}) {
  return (
    <>
      {promised !== null && (
        <p>
          <strong className="font-semibold">{promised} hours</strong> a month are agreed.
        </p>
      )}
      {months.length > 0 && (
        <table className="mt-3 w-full text-sm">
          <caption className="sr-only">Hours told, newest month first</caption>
          <thead>
            <tr className="text-left text-soft">
              <th scope="col" className="py-1 pr-3 font-medium">
                Month
              </th>
              <th scope="col" className="py-1 pr-3 text-right font-medium">
                Hours
              </th>
              <th scope="col" className="py-1 pl-3 font-medium">
                A word
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {months.map(({ month, words, hours, word }) => (
              <tr key={month}>
                <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
                  {words}
                </th>
                <td className="py-1.5 pr-3 text-right tabular-nums">{hours}</td>
                <td className="py-1.5 pl-3 [overflow-wrap:anywhere] text-soft">{word}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
