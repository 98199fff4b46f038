import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { ReviewPacket } from '#app/recognition/review-packet.tsx';
import { reviewPacket } from '#app/recognition/review-page.server.ts';
import { ReviewSharingCard } from '#app/recognition/review-sharing-card.tsx';
import { sharingOf } from '#app/recognition/review-sharing.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.packet.person}: ${page.packet.year} · Guildhall` : 'Your year · Guildhall' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, review, packet } = await reviewPacket(args);
  return { packet, sharing: packet.part === 'person' ? await sharingOf(viewer, review.id) : null };
}

export default function Review() {
  const { packet, sharing } = useLoaderData<typeof loader>();
  const { id, year, person, words } = packet;
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        above={<Up to={paths.reviews()}>{sharing ? 'Your years' : 'Shared with you'}</Up>}
        title={sharing ? `Your year ${year}` : `${person}: ${year}`}
        lead={sharing ? undefined : `${person} lets you read this.`}
        actions={
          <>
            {sharing && (
              <ButtonLink to={paths.reviewWords(id)} weight="primary">
                {words === null ? 'Write of your year' : 'Change your words'}
              </ButtonLink>
            )}
            <ButtonLink to={paths.reviewPrint(id, 'a4')}>For paper</ButtonLink>
          </>
        }
      />
      <div className={sharing ? 'grid gap-8 lg:grid-cols-[1fr_20rem] lg:items-start' : 'max-w-3xl'}>
        <article>
          <ReviewPacket
            packet={packet}
            words={
              sharing &&
              words === null && (
                <p className="max-w-prose text-soft">
                  Your words come first, before anything that was recorded. A few sentences are enough.
                </p>
              )
            }
          />
        </article>
        {sharing && (
          <div className="space-y-6">
            <ReviewSharingCard id={id} sharing={sharing} />
            <ButtonLink to={paths.reviewThanks(id)} className="w-full">
              Choose thanks to go in
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}
