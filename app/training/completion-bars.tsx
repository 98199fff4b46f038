import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { percentOf, type Sum } from './completion.ts';

type Row = Sum & { name: string; squadId?: string | null };

const number = (one: number) => one.toLocaleString('en');
const said = ({ name, asked, through }: Row) => `${name}: ${number(through)} of ${number(asked)} through`;

/** A bar of those who are through, of those who are asked. */
export const CompletionBar = ({ row, height = 16 }: { row: Row; height?: number }) => (
  <svg width="100%" height={height} role="img" aria-label={said(row)} className="block min-w-24">
    <rect
      x="0.5"
      y="0.5"
      width="calc(100% - 1px)"
      height={height - 1}
      rx="3"
      className="fill-sunken stroke-line-strong"
    />
    {row.through > 0 && (
      <rect width={`${(100 * row.through) / row.asked}%`} height={height} rx="3" className="fill-accent" />
    )}
  </svg>
);

/** Sums as bars with their figures, in the order they come in: by name, since this is no race. */
export function CompletionBars({ caption, what, rows }: { caption: string; what: string; rows: Row[] }) {
  return (
    <table className="block w-full text-sm sm:table sm:table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden text-left text-soft sm:table-header-group">
        <tr>
          <th scope="col" className="py-1 pr-4 font-medium">
            {what}
          </th>
          <th scope="col" className="w-1/2 font-medium">
            <span className="sr-only">Picture</span>
          </th>
          {['Asked', 'Through', 'Share'].map((head) => (
            <th key={head} scope="col" className="w-20 py-1 pl-4 text-right font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr key={row.squadId ?? row.name} className="block py-2 sm:table-row sm:[&>*]:py-1">
            <th
              scope="row"
              className="block text-left font-medium [overflow-wrap:anywhere] sm:table-cell sm:pr-4"
            >
              {row.squadId ? (
                <Link to={paths.squad(row.squadId)} className="text-accent underline underline-offset-4">
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
              <span className="ml-2 font-normal text-soft sm:hidden">
                {number(row.through)} of {number(row.asked)}, {percentOf(row)} %
              </span>
            </th>
            <td className="block pt-1 sm:table-cell sm:pt-0 sm:align-middle">
              <CompletionBar row={row} />
            </td>
            {[number(row.asked), number(row.through), `${percentOf(row)} %`].map((cell, at) => (
              <td
                key={['asked', 'through', 'share'][at]}
                className="hidden pl-4 text-right whitespace-nowrap tabular-nums sm:table-cell"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
