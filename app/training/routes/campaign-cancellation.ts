import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { cancelCampaign, resumeCampaign } from '#app/training/campaign-arranging.server.ts';
import { scopedCampaign } from '#app/training/campaign-scope.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await scopedCampaign(args, 'arrange-training');
  return redirect(paths.campaign(campaign.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, campaign } = await scopedCampaign(args, 'arrange-training');
  const page = paths.campaign(campaign.id);
  if (await isUndo(args.request))
    return (await resumeCampaign(campaign, Date.now()))
      ? redirectSaying(page, 'The campaign goes on.')
      : redirectSaying(page, { text: 'Its last day is over: plan another one.', tone: 'warn' });
  return (await cancelCampaign(viewer, campaign, Date.now()))
    ? redirectSaying(page, {
        text: 'The campaign is called off. Nobody is asked or reminded any more.',
        undo: { action: paths.campaignCancellation(campaign.id), fields: { undo: 'yes' } },
      })
    : redirectSaying(page, { text: 'It is over already, and stays as it is.', tone: 'warn' });
}
