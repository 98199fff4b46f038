import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { BuddyCard } from '#app/champions/buddy-card.tsx';
import { EnrolmentHistory } from '#app/champions/enrolment-history.tsx';
import { enrolmentPage } from '#app/champions/enrolment-page.server.ts';
import { HoursForm } from '#app/champions/hours-form.tsx';
import { HoursList } from '#app/champions/hours-list.tsx';
import { monthsToTell } from '#app/champions/hours-told.server.ts';
import { NextCard } from '#app/champions/next-card.tsx';
import { OnboardingCard } from '#app/champions/onboarding-card.tsx';
import { PathOfSteps } from '#app/champions/path-of-steps.tsx';
import { scopedEnrolment } from '#app/champions/step-action.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.person}, ${page.squad}` : 'Enrolment'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await scopedEnrolment(args);
  const search = (new URL(args.request.url).searchParams.get('buddy') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, 100);
  const [now, zone] = [Date.now(), await zoneHere()];
  const page = await enrolmentPage(found, { viewer, search, now, zone });
  const tells = page.part === 'person' && page.state === 'active';
  return { ...page, telling: tells ? monthsToTell(now, zone) : null };
}

export default function Enrolment() {
  const page = useLoaderData<typeof loader>();
  const { id, person, squad, squadId, part, state, way, zone, onboarding, buddy, hours, telling } = page;
  const mayMark = part === 'person' && state === 'onboarding';
  return (
    <>
      <PageHead
        above={<Up to={paths.champions()}>Champions</Up>}
        title={part === 'person' ? `Champion of ${squad}` : `${person} for ${squad}`}
        lead={
          page.returned && part !== 'person'
            ? `${person} was a champion before, of ${page.returned}.`
            : undefined
        }
        actions={
          <ButtonLink to={paths.squad(squadId)} weight="quiet">
            The squad
          </ButtonLink>
        }
      />
      <Card aria-label="Where it stands" className="mb-6">
        <PathOfSteps way={way} zone={zone} />
      </Card>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:grid-rows-[auto_1fr] lg:items-start">
        <div className="lg:col-start-2 lg:row-start-1">
          <NextCard {...page} />
        </div>
        <div className="space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {onboarding && state === 'onboarding' && (
            <OnboardingCard id={id} mayMark={mayMark} about={onboarding.about} groups={onboarding.groups} />
          )}
          {hours && (
            <Card aria-labelledby="hours" className="space-y-4">
              <h2 id="hours" className="font-serif text-xl font-semibold">
                <Link to={paths.enrolmentHours(id)} className="underline-offset-4 hover:underline">
                  Hours
                </Link>
              </h2>
              {telling && <HoursForm to={paths.enrolmentHours(id)} {...telling} />}
              <HoursList {...hours} />
              <p className="text-sm text-soft">
                Seen by {part === 'person' ? 'you' : person}, whoever agreed the time, and organisers.
              </p>
            </Card>
          )}
          <EnrolmentHistory history={page.history} />
        </div>
        {buddy && (
          <div className="lg:col-start-2 lg:row-start-2">
            <BuddyCard id={id} part={part} mayMark={part === 'person' || part === 'buddy'} {...buddy} />
          </div>
        )}
      </div>
    </>
  );
}
