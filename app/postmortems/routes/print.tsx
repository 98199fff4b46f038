import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { loopOf } from '#app/insight/loop.server.ts';
import { LoopSection } from '#app/insight/loop-section.tsx';
import { paths } from '#app/paths.ts';
import { Report } from '#app/postmortems/report.tsx';
import { scoped } from '#app/postmortems/scoped.server.ts';
import { StateLine } from '#app/postmortems/state-line.tsx';
import { whole } from '#app/postmortems/whole.server.ts';
import { PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.postmortem.title ?? 'Postmortem' },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  const [all, loop] = await Promise.all([whole(postmortem.id), loopOf(viewer, postmortem.id)]);
  return { postmortem, whole: all, loop, now: Date.now() };
}

/** The same words as the page that is read, laid out for paper. */
export default function PrintPostmortem() {
  const { postmortem, whole: all, loop, now } = useLoaderData<typeof loader>();
  return (
    <article>
      <p className="no-print mb-6 text-sm text-soft">
        Print it with your browser (Ctrl or ⌘ + P): this line and the way around the house stay off the paper.{' '}
        <Link to={paths.postmortem(postmortem.id)} className="text-accent underline underline-offset-4">
          Back
        </Link>
      </p>
      <PageHead
        above={<StateLine {...postmortem} />}
        title={postmortem.title}
        lead={`${postmortem.author} · ${day(postmortem.publishedAt ?? postmortem.changedAt)} · with ${all.people.map(({ name }) => name).join(', ')}`}
      />
      <Report whole={all} timezone={postmortem.timezone} now={now} />
      {loop && <LoopSection id={postmortem.id} loop={loop} />}
    </article>
  );
}
