import type { LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { coverageCsv } from '#app/champions/coverage-csv.server.ts';
import { coverageFilter } from '#app/champions/coverage-filter.ts';

/** The squads of the page, as a table for a spreadsheet: all pages of it, and no names of people. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-coverage');
  const { searchParams } = new URL(args.request.url);
  const filter = coverageFilter.parse(Object.fromEntries(searchParams));
  return new Response(await coverageCsv(filter, Date.now()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="coverage.csv"',
    },
  });
}
