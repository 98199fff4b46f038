import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { stateOf } from '#app/training/campaign.ts';
import { changeCampaign } from '#app/training/campaign-arranging.server.ts';
import { comparedCampaign } from '#app/training/campaign-compared.ts';
import { CampaignForm } from '#app/training/campaign-fields.tsx';
import { campaignSchema } from '#app/training/campaign-form.ts';
import { keptBy, offered, readDraft, scopedCampaign, typed } from '#app/training/campaign-scope.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Change ${page?.name ?? 'a campaign'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await scopedCampaign(args, 'arrange-training');
  const [zone, now] = [await zoneHere(), Date.now()];
  const state = stateOf(campaign, now);
  return {
    id: campaign.id,
    name: campaign.name,
    version: campaign.version,
    mayChange: state === 'planned' || state === 'open',
    fixed: keptBy(campaign, zone, now),
    ...(await offered(campaign, beltRules().belts)),
    values: await typed(campaign, zone),
  };
}

const refusals = {
  over: 'It is over or called off, and stays as it is.',
  opened: 'It has opened meanwhile: its lessons, first day and what counts stay as they are.',
  days: 'These days do not fit any more. Choose them anew.',
};

export async function action(args: ActionFunctionArgs) {
  const { campaign } = await scopedCampaign(args, 'arrange-training');
  const page = paths.campaign(campaign.id);
  const now = Date.now();
  const form = await readForm(args.request, campaignSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null }, { status: 422 });
  const values = typedAgain(form.value);
  const read = await readDraft(form.value, campaign, now);
  if ('errors' in read) return data({ errors: read.errors, values, stale: null }, { status: 422 });
  const saved = await changeCampaign(campaign.id, form.value.version, read.draft, now);
  if ('changed' in saved)
    return redirectSaying(page, 'Saved. Who is asked is brought in line within a few minutes.');
  if (saved.refused !== 'stale') return redirectSaying(page, { text: refusals[saved.refused], tone: 'warn' });
  const stale = comparedCampaign(await typed(saved.now, await zoneHere()), values);
  return data({ errors: {}, values, stale }, { status: 409 });
}

export default function EditCampaign() {
  const { id, name, mayChange, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = (refused?.values ?? form.values) as Record<string, string>;
  return (
    <>
      <PageHead above={<Up to={paths.campaign(id)}>{name}</Up>} title="Change the campaign" />
      {mayChange ? (
        <>
          {refused?.stale && <Stale pairs={refused.stale} />}
          <Card className="max-w-3xl">
            <CampaignForm {...form} values={values} errors={refused?.errors ?? {}} save="Save" />
          </Card>
        </>
      ) : (
        <Empty
          title="It stays as it is"
          actions={<ButtonLink to={paths.newCampaign()}>Plan another</ButtonLink>}
        >
          <p>A campaign that is over or called off is kept as it was, for whoever looks back.</p>
        </Empty>
      )}
    </>
  );
}
