import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { timezones } from '#app/accounts/organisation.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { wallTimeAt } from '#app/calendars/wall-time.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { formIdField } from '#app/office-hours/form-id.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { scopedHost } from '#app/office-hours/hosting-scope.server.ts';
import { hoursOf, hoursSchema } from '#app/office-hours/hours.ts';
import { HoursForm } from '#app/office-hours/hours-fields.tsx';
import { makeHours } from '#app/office-hours/hours.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Offer hours · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await scopedHost(args);
  const timezone = await zoneHere();
  const firstDay = wallTimeAt(Date.now(), timezone).slice(0, 10);
  const values = { rhythm: 'weekly', time: '14:00', minutes: '60', slotMinutes: '20', version: '0' };
  return { timezones, values: { ...values, timezone, firstDay, id: newFormId(args) } };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await scopedHost(args);
  const form = await readForm(args.request, hoursSchema.extend({ id: formIdField }));
  if ('refused' in form) return data(form.refused, { status: 422 });
  const { id, ...filled } = form.value;
  const read = hoursOf(filled, null);
  if ('errors' in read) return data({ errors: read.errors, values: typedAgain(form.value) }, { status: 422 });
  await makeHours(viewer, { ...read.draft, id }, Date.now());
  return redirectSaying(paths.hosting(), 'Thank you. Your times of the coming weeks can be booked now.');
}

export default function NewHours() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.hosting()}>Your hours</Up>}
        title="Offer hours"
        lead="You are there at a time that comes round. It can be changed or ended whenever you like."
      />
      <Card className="max-w-2xl">
        <HoursForm
          timezones={page.timezones}
          values={(refused?.values ?? page.values) as Record<string, string>}
          errors={refused?.errors ?? {}}
          kept={null}
          save="Offer them"
        />
      </Card>
    </>
  );
}
