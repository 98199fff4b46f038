import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { createCampaign } from '#app/training/campaign-arranging.server.ts';
import { CampaignForm } from '#app/training/campaign-fields.tsx';
import { campaignSchema } from '#app/training/campaign-form.ts';
import { offered, readDraft } from '#app/training/campaign-scope.server.ts';
import { today } from '#app/training/campaign-window.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan a campaign · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-training');
  const [offers, zone] = await Promise.all([offered(null, beltRules().belts), zoneHere()]);
  return { ...offers, values: { opens: today(Date.now(), zone) } };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-training');
  const now = Date.now();
  const form = await readForm(args.request, campaignSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const refuse = (errors: object) => data({ errors, values: typedAgain(form.value) }, { status: 422 });
  const read = await readDraft(form.value, null, now);
  if ('errors' in read) return refuse(read.errors);
  const made = await createCampaign(viewer, read.draft, now);
  if ('refused' in made) return refuse({ opens: 'That day is over. Choose another.' });
  return redirectSaying(paths.campaign(made.id), {
    text: 'The campaign is planned. It opens by itself, and asks its people then.',
    undo: { action: paths.campaignCancellation(made.id), label: 'Call it off' },
  });
}

export default function NewCampaign() {
  const { values, ...offers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.campaigns()}>Campaigns</Up>}
        title="Plan a campaign"
        lead="On its first day everybody it asks is told, then once more a week and a day before the end."
      />
      <Card className="max-w-3xl">
        <CampaignForm
          {...offers}
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          fixed={null}
          version={0}
          save="Plan it"
        />
      </Card>
    </>
  );
}
