import type { LoaderFunctionArgs } from '@remix-run/node';

import { campaignCsv, noteExport } from '#app/training/campaign-csv.server.ts';
import { scopedCampaign } from '#app/training/campaign-scope.server.ts';

/** Who completed the campaign, as a table for an auditor; that somebody took it is written down first. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, campaign } = await scopedCampaign(args, 'arrange-training');
  await noteExport(viewer, campaign, Date.now());
  const portions = campaignCsv(campaign);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="campaign.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
