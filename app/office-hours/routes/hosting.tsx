import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { HostedHours } from '#app/office-hours/hosted-hours.tsx';
import { HostedSittings } from '#app/office-hours/hosted-sittings.tsx';
import { hostingPage } from '#app/office-hours/hosting.server.ts';
import { scopedHost } from '#app/office-hours/hosting-scope.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your hours · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  return hostingPage(await scopedHost(args), Date.now());
}

export default function Hosting() {
  const { hours, sittings } = useLoaderData<typeof loader>();
  const offer = (
    <ButtonLink weight="primary" to={paths.newHours()}>
      Offer hours
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        above={<Up to={paths.officeHours()}>Office hours</Up>}
        title="Your hours"
        lead="While you are there, people come with a booking or by the queue. What they bring is theirs and yours alone."
        actions={
          <>
            {hours.length > 0 && offer}
            <ButtonLink to={paths.queue()}>The queue</ButtonLink>
          </>
        }
      />
      {hours.length === 0 ? (
        <Empty title="An hour every week or two is plenty" actions={offer}>
          <p>
            Say when and where you are there. Colleagues book a part of it or come by, and bring what they
            have tried: you need not know the answer, only where to look next.
          </p>
        </Empty>
      ) : (
        <div className="grid gap-6">
          <HostedSittings sittings={sittings} />
          <HostedHours hours={hours} />
        </div>
      )}
    </>
  );
}
