import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ReviewPacket } from '#app/recognition/review-packet.tsx';
import { reviewPacket } from '#app/recognition/review-page.server.ts';
import { papers } from '#app/ui/paper.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.packet.person}: ${page.packet.year}` : 'A year' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { packet } = await reviewPacket(args);
  const asked = new URL(args.request.url).searchParams.get('paper');
  return { packet, paper: papers.find(({ key }) => key === asked) ?? papers[0] };
}

/** The same as the page that is read, laid out for paper of either size. */
export default function ReviewPrint() {
  const { packet, paper } = useLoaderData<typeof loader>();
  const { id, year, person } = packet;
  return (
    <article className={`max-w-3xl ${paper.look}`}>
      <div className="no-print mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm text-soft">
        <Up to={paths.review(id)}>Back</Up>
        <span>Print it with your browser (Ctrl or ⌘ + P).</span>
        <span className="flex gap-4">
          {papers.map(({ key, name }) => (
            <Link
              key={key}
              to={paths.reviewPrint(id, key)}
              aria-current={key === paper.key ? 'page' : undefined}
              className="text-accent underline underline-offset-4 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {name}
            </Link>
          ))}
        </span>
      </div>
      <PageHead title={person} lead={`The year ${year}`} />
      <ReviewPacket packet={packet} />
    </article>
  );
}
