import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { timezones } from '#app/accounts/organisation.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { personLabel } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { wallTimeAt } from '#app/calendars/wall-time.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { createSeries } from '#app/meetings/arranging.server.ts';
import { SeriesForm } from '#app/meetings/series-fields.tsx';
import { seriesSchema } from '#app/meetings/series-form.ts';
import { agendasFor, readSeries } from '#app/meetings/series-scope.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'New series · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-meetings');
  const [zone, agendas] = [await zoneHere(), agendasFor(null)];
  const defaults = { firstDay: wallTimeAt(Date.now(), zone).slice(0, 10), time: '16:00', minutes: '60' };
  return {
    agendas,
    timezones,
    values: {
      ...{ name: 'Security guild', timezone: zone, rhythm: 'monthly', inviteDays: '14' },
      ...{ ...defaults, template: agendas[0]?.slug ?? '', host: personLabel(viewer) },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-meetings');
  const now = Date.now();
  const form = await readForm(args.request, seriesSchema);
  if ('refused' in form) return data({ ...form.refused, dates: null }, { status: 422 });
  const { dates, ...read } = await readSeries(form.value, null, now);
  const values = typedAgain(form.value);
  if ('errors' in read) return data({ errors: read.errors, values, dates }, { status: 422 });
  if (form.value.look) return data({ errors: {}, values, dates });
  const made = await createSeries(viewer, read.draft, now);
  if ('refused' in made)
    return data(
      { errors: { timezone: 'Choose a time zone from the list.' }, values, dates },
      { status: 422 },
    );
  return redirectSaying(paths.meetingSeries(made.id), {
    text: 'The series is there, and so are its next meetings.',
    undo: { action: paths.meetingSeriesEnding(made.id) },
  });
}

export default function NewSeries() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.meetings()}>Meetings</Up>}
        title="New series"
        lead="Its meetings are made ahead by themselves, and so are the invitations. Each can be moved or skipped."
      />
      <Card className="max-w-3xl">
        <SeriesForm
          {...page}
          values={answered?.values ?? page.values}
          errors={answered?.errors ?? {}}
          dates={answered?.dates ?? null}
          version={0}
          save="Make the series"
        />
      </Card>
    </>
  );
}
