import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { countIfNew } from '#app/insight/figures.server.ts';
import { Headlines } from '#app/insight/headlines.tsx';
import { MeasureSection } from '#app/insight/measure-section.tsx';
import { NotMeasured } from '#app/insight/not-measured.tsx';
import { ReportWays } from '#app/insight/report-ways.tsx';
import { report } from '#app/insight/report.server.ts';
import { SponsorLine } from '#app/insight/sponsor-line.tsx';
import { sponsoring } from '#app/insight/sponsors.server.ts';
import { monthWords } from '#app/champions/hours.ts';
import { Moment } from '#app/ui/moment.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'What the program achieves · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-report');
  const now = Date.now();
  await countIfNew(now);
  const [{ measures, months, countedAt }, sponsorId] = await Promise.all([
    report(now),
    sponsoring(viewer.id),
  ]);
  return {
    // Of lines that only a measure's own page shows, nothing is sent.
    measures: measures.map(({ lines, ...measure }) => ({
      ...measure,
      lines: lines.filter(({ key }) => measure.shown.includes(key) || measure.drawn.includes(key)),
    })),
    running: months.at(-1)!,
    countedAt,
    sponsorId,
    mayArrange: may(viewer, 'arrange-report'),
  };
}

export default function ProgramReport() {
  const { measures, running, countedAt, sponsorId, mayArrange } = useLoaderData<typeof loader>();
  return (
    <article className="report">
      <PageHead
        title="What the program achieves"
        lead={`Thirteen months up to ${monthWords(running)}, held against our policy and targets.`}
        actions={<ReportWays mayArrange={mayArrange} />}
      />
      <SponsorLine id={sponsorId} />
      {countedAt === null ? (
        <Empty title="Nothing is counted yet">
          <p>Guildhall counts every few minutes. Look again in a little while.</p>
        </Empty>
      ) : (
        <>
          <Headlines measures={measures} />
          <div className="mt-8 space-y-8">
            {measures.map((measure) => (
              <MeasureSection key={measure.key} measure={measure} running={running} />
            ))}
            <NotMeasured />
          </div>
          <p className="mt-8 text-sm text-soft">
            Counted <Moment at={countedAt} />, from what is kept here. Nothing in it is told of fewer than
            five people.
          </p>
        </>
      )}
    </article>
  );
}
