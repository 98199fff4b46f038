import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { timezones } from '#app/accounts/organisation.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { changeSeries } from '#app/meetings/arranging.server.ts';
import { comparedSeries, versionSeen } from '#app/meetings/compared.ts';
import { SeriesForm } from '#app/meetings/series-fields.tsx';
import { seriesSchema } from '#app/meetings/series-form.ts';
import { agendasFor, readSeries, scopedSeries, typedSeries } from '#app/meetings/series-scope.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Change ${page?.name ?? 'a series'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { series } = await scopedSeries(args, 'arrange-meetings');
  const { id, name, version } = series;
  return {
    id,
    name,
    version,
    timezones,
    agendas: agendasFor(series.template),
    values: await typedSeries(series),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await scopedSeries(args, 'arrange-meetings');
  const now = Date.now();
  const form = await readForm(args.request, seriesSchema);
  if ('refused' in form) return data({ ...form.refused, dates: null, stale: null }, { status: 422 });
  const { dates, ...read } = await readSeries(form.value, series, now);
  const values = typedAgain(form.value);
  if ('errors' in read) return data({ errors: read.errors, values, dates, stale: null }, { status: 422 });
  if (form.value.look) return data({ errors: {}, values, dates, stale: null });
  const saved = await changeSeries(series.id, form.value.version, read.draft, viewer, now);
  const page = paths.meetingSeries(series.id);
  if ('series' in saved)
    return redirectSaying(page, 'Saved. Its meetings are in line with it, and whoever was invited is told.');
  if (saved.refused === 'stale') {
    const stale = comparedSeries(await typedSeries(saved.now), values);
    return data({ errors: {}, values, dates: null, stale }, { status: 409 });
  }
  const text =
    saved.refused === 'over' ? 'The series has ended, and stays as it is.' : 'That zone is no longer known.';
  return redirectSaying(page, { text, tone: 'warn' });
}

export default function EditSeries() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.meetingSeries(page.id)}>{page.name}</Up>}
        title="Change the series"
        lead="Meetings to come follow it, but for those that were moved or written anew by hand."
      />
      {answered?.stale && <Stale pairs={answered.stale} />}
      <Card className="max-w-3xl">
        <SeriesForm
          {...page}
          values={answered?.values ?? page.values}
          errors={answered?.errors ?? {}}
          dates={answered?.dates ?? null}
          version={versionSeen(answered, page)}
          save="Save"
        />
      </Card>
    </>
  );
}
