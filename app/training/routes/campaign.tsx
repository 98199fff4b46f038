import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { paths } from '#app/paths.ts';
import { campaignStateWords } from '#app/training/campaign.ts';
import { CampaignCompletion } from '#app/training/campaign-completion.tsx';
import { campaignPage, completionPage } from '#app/training/campaign-page.server.ts';
import { scopedCampaign } from '#app/training/campaign-scope.server.ts';
import { OwnCampaign } from '#app/training/own-campaign.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.name ?? 'Campaign'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, campaign } = await scopedCampaign(args, 'see-training');
  args.context.keptNowhere = true;
  const { searchParams } = new URL(args.request.url);
  const search = (searchParams.get('squad') ?? '').normalize('NFC').trim().slice(0, 100);
  const after = searchParams.get('after');
  const [page, zone] = [await campaignPage(viewer, campaign, Date.now()), await zoneHere()];
  const picture = page.gathered ? await completionPage(viewer, campaign, { search, after }) : null;
  return { ...page, about: page.about && render(page.about), picture, search, zone };
}

export default function Campaign() {
  const page = useLoaderData<typeof loader>();
  const { id, name, about, state, opensAt, closesAt, audience, lessons, arranges, picture, search, zone } =
    page;
  const gone = lessons.filter(({ there }) => !there);
  return (
    <>
      <PageHead
        above={<Up to={paths.campaigns()}>Campaigns</Up>}
        title={name}
        lead={
          <>
            {day(opensAt, zone)} – {day(closesAt - 1, zone)} · {audience}{' '}
            <Badge tone={state === 'open' ? 'accent' : 'plain'}>{campaignStateWords[state]}</Badge>
          </>
        }
        actions={arranges && <Arranging {...{ id, state, exports: picture !== null }} />}
      />
      {arranges && gone.length > 0 && (
        <div className="mb-6">
          <Callout tone="warn" title="A lesson it asks for is no longer in the curriculum">
            <p>
              {gone.map(({ key }) => key).join(', ')}: nobody can do it now, so it holds nobody up. Whoever
              passed it before stays in the export. Put its file back, and whoever is not through is asked for
              it again.
            </p>
          </Callout>
        </div>
      )}
      <div className="space-y-6">
        {about && (
          <Card aria-label="What it is about">
            <Prose html={about} />
          </Card>
        )}
        <OwnCampaign {...page} />
        {picture ? (
          <CampaignCompletion {...{ picture, search, arranges }} to={paths.campaign(id)} />
        ) : (
          <p className="text-soft">{notYet[state]}</p>
        )}
      </div>
    </>
  );
}

const notYet = {
  planned: 'Once it opens, a picture here shows how far the squads are.',
  open: 'Its people are being asked. In a few minutes a picture here shows how far the squads are.',
  closed: 'It asked nobody, so that there is nothing to sum up.',
  cancelled: 'It was called off before it asked anybody.',
};

type ArrangingProps = { id: string; state: keyof typeof notYet; exports: boolean };

function Arranging({ id, state, exports }: ArrangingProps) {
  const goesOn = state === 'planned' || state === 'open';
  return (
    <>
      {exports && (
        <a
          href={paths.campaignCsv(id)}
          download
          className="px-2 text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          List for an auditor (CSV)
        </a>
      )}
      {goesOn && (
        <>
          <Form method="post" action={paths.campaignCancellation(id)}>
            <Button weight="quiet">Call it off</Button>
          </Form>
          <ButtonLink to={paths.editCampaign(id)}>Change</ButtonLink>
        </>
      )}
    </>
  );
}
