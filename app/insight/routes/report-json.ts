import { json, type LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { reportJson } from '#app/insight/report-json.ts';
import { report } from '#app/insight/report.server.ts';

/** The report for programs. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-report');
  return json(reportJson(await report(Date.now())), {
    headers: { 'Content-Disposition': 'attachment; filename="report.json"' },
  });
}
