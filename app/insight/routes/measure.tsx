import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { MeasureFigure } from '#app/insight/measure-figure.tsx';
import { MonthRows } from '#app/insight/month-rows.tsx';
import { report } from '#app/insight/report.server.ts';
import { MeasureTrend } from '#app/insight/trend.tsx';
import { paths } from '#app/paths.ts';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.measure.name ?? 'A measure'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-report');
  const { measures, months } = await report(Date.now());
  const measure = measures.find(({ key }) => key === args.params.measure);
  if (!measure) throw data(null, { status: 404 });
  return { measure, running: months.at(-1)! };
}

export default function OneMeasure() {
  const { measure, running } = useLoaderData<typeof loader>();
  return (
    <article className="report">
      <PageHead
        above={<Up to={paths.report()}>What the program achieves</Up>}
        title={measure.name}
        lead={measure.definition}
      />
      <Card aria-label="The figure and its trend" className="grid gap-x-8 gap-y-5 lg:grid-cols-[2fr_3fr]">
        <MeasureFigure measure={measure} />
        {measure.drawn.length > 0 && <MeasureTrend measure={measure} running={running} />}
      </Card>
      <MonthRows measure={measure} running={running} />
      {measure.countedAt !== null && (
        <p className="mt-6 text-sm text-soft">
          Counted <Moment at={measure.countedAt} />.
        </p>
      )}
    </article>
  );
}
