import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { CampaignCards } from '#app/training/campaign-cards.tsx';
import { campaignsFor } from '#app/training/campaign-list.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Campaigns · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-training');
  args.context.keptNowhere = true;
  const before = readCursor(new URL(args.request.url).searchParams.get('before'));
  const [found, zone] = await Promise.all([campaignsFor(viewer.id, before, Date.now()), zoneHere()]);
  return { ...found, zone, arranges: may(viewer, 'arrange-training') };
}

export default function Campaigns() {
  const { open, planned, past, next, zone, arranges } = useLoaderData<typeof loader>();
  const parts = [
    { id: 'open', title: 'Open', campaigns: open },
    { id: 'planned', title: 'Planned', campaigns: planned },
    { id: 'past', title: 'Over', campaigns: past },
  ].filter(({ campaigns }) => campaigns.length > 0);
  return (
    <>
      <PageHead
        above={<Up to={paths.training()}>Training</Up>}
        title="Campaigns"
        lead="Lessons that many do within the same weeks."
        actions={
          arranges && (
            <ButtonLink to={paths.newCampaign()} weight="primary">
              Plan a campaign
            </ButtonLink>
          )
        }
      />
      {parts.length === 0 && (
        <Empty
          title="No campaign yet"
          actions={<ButtonLink to={paths.training()}>Look at the lessons</ButtonLink>}
        >
          <p>
            A campaign asks many people for a few lessons within some weeks: all engineers once a quarter,
            say, or the squads of one area before they begin something new. Whoever has passed them lately is
            through at once, and everybody else sees on their start page what is left.
          </p>
          <p className="mt-2">
            {arranges
              ? 'Choose lessons, days and an audience, and it opens by itself.'
              : 'Organisers plan them.'}
          </p>
        </Empty>
      )}
      {parts.map(({ id, title, campaigns }) => (
        <section key={id} aria-labelledby={id} className="mb-8">
          <h2 id={id} className="mb-3 font-serif text-xl font-semibold">
            {title}
          </h2>
          <CampaignCards campaigns={campaigns} zone={zone} />
        </section>
      ))}
      <NextPage to={next && `${paths.campaigns()}?before=${next}#past`}>Earlier ones</NextPage>
    </>
  );
}
