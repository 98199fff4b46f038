import { Moment } from '#app/ui/moment.tsx';
import { Card } from '#app/ui/page.tsx';

const cell = 'py-2 pr-3 text-right tabular-nums';

/** What lies on the shelf, by size. */
export function ShelfTable({
  shelf,
}: {
  shelf: { size: string; came: number; held: number; shipped: number; left: number }[];
}) {
  return (
    <Card aria-labelledby="shelf">
      <h2 id="shelf" className="mb-2 font-serif text-xl font-semibold">
        What is there
      </h2>
      <table className="w-full text-sm sm:text-base">
        <thead>
          <tr className="border-b border-line text-soft">
            <th scope="col" className="py-2 pr-3 text-left font-medium">
              Size
            </th>
            {['Came', 'Sent', 'Put aside', 'Left'].map((head) => (
              <th key={head} scope="col" className="py-2 pr-3 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {shelf.map(({ size, came, held, shipped, left }) => (
            <tr key={size}>
              <th scope="row" className="py-2 pr-3 text-left font-medium">
                {size || 'One for all'}
              </th>
              <td className={cell}>{came}</td>
              <td className={cell}>{shipped}</td>
              <td className={cell}>{held}</td>
              <td className={`${cell} font-semibold`}>{left}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-soft">
        How many were sent is counted, neither to whom nor when: no size stays known of anybody.
      </p>
    </Card>
  );
}

/** What came, and what is gone otherwise than to somebody. */
export function StockHistory({
  changes,
}: {
  changes: { id: string; size: string; change: number; note: string; at: number; by: string }[];
}) {
  if (changes.length === 0) return null;
  return (
    <Card aria-labelledby="history" className="mt-6">
      <h2 id="history" className="mb-2 font-serif text-xl font-semibold">
        What came and went
      </h2>
      <ul className="divide-y divide-line">
        {changes.map(({ id, size, change, note, at, by }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2">
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium tabular-nums">{change > 0 ? `+${change}` : `−${-change}`}</span>
              {size && ` in ${size}`}: {note}
            </span>
            <span className="text-sm text-soft">
              {by}, <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
