import type { LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { reportCsv } from '#app/insight/report-csv.server.ts';
import { report } from '#app/insight/report.server.ts';

/** The report as a table for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-report');
  return new Response(reportCsv(await report(Date.now())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="report.csv"',
    },
  });
}
