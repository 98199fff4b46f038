import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { nextOf, whereNext } from '#app/belts/path.ts';
import { PastBelts } from '#app/belts/past-belts.tsx';
import { PathList } from '#app/belts/path-list.tsx';
import { beltPath } from '#app/belts/path-page.server.ts';
import { PathPicture } from '#app/belts/path-picture.tsx';
import { beltRules } from '#app/belts/rules.server.ts';
import { WaiverList } from '#app/belts/waiver-list.tsx';
import { waiversOf } from '#app/belts/waivers.server.ts';
import { WhatBeltsAre } from '#app/belts/what-belts-are.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your belts · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const now = Date.now();
  const [path, waivers] = await Promise.all([beltPath(viewer.id, now), waiversOf(viewer.id, now)]);
  const { graceDays, dueDays } = beltRules();
  return { ...path, waivers, graceDays, dueDays };
}

export default function Belts() {
  const { belts, past, zone, waivers, graceDays, dueDays } = useLoaderData<typeof loader>();
  const next = nextOf(belts);
  const step = next && whereNext(next);
  return (
    <>
      <PageHead
        title="Your belts"
        lead="From the first steps to leading others: what you hold, and what comes next."
        actions={<ButtonLink to={paths.reviewQueue()}>Evidence</ButtonLink>}
      />
      <Card aria-label="The way as a picture" className="mb-6">
        <PathPicture belts={belts} />
        {next && step && (
          <p className="mt-3 border-t border-line pt-3">
            Next: {next.words}.{' '}
            <Link to={step.to} className="whitespace-nowrap text-accent underline underline-offset-4">
              {step.words}
            </Link>
          </p>
        )}
      </Card>
      <PathList belts={belts} zone={zone} isOwn />
      <PastBelts past={past} zone={zone} />
      <WaiverList waivers={waivers} zone={zone} mayArrange={false} />
      <WhatBeltsAre graceDays={graceDays} dueDays={dueDays} />
    </>
  );
}
