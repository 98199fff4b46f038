import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { auditPage } from '#app/accounts/audit.server.ts';
import { auditEvents, eventName, isAuditEvent } from '#app/accounts/audit.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';
import { moment } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Audit · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'read-audit');
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('event');
  const event = isAuditEvent(asked) ? asked : null;
  const [{ entries, next }, zone] = await Promise.all([
    auditPage(event, readCursor(searchParams.get('after'))),
    zoneHere(),
  ]);
  return {
    event,
    next,
    entries: entries.map(({ id, at, sentence }) => ({ id, sentence, when: moment(at, zone) })),
  };
}

export default function Audit() {
  const { event, entries, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Audit"
        lead="Who changed what about accounts and settings. Entries are only ever added."
      />
      <Form className="mb-6 flex flex-wrap items-end gap-3">
        <Select label="Show" name="event" defaultValue={event ?? ''} key={event}>
          <option value="">Everything</option>
          {auditEvents.map((one) => (
            <option key={one} value={one}>
              {eventName(one)}
            </option>
          ))}
        </Select>
        <Button>Show</Button>
      </Form>
      {entries.length === 0 ? (
        <Empty title="Nothing of this kind has happened">
          <p>An entry is made at the moment something happens, and stays.</p>
        </Empty>
      ) : (
        <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
          {entries.map(({ id, when, sentence }) => (
            <li key={id} className="gap-x-6 px-5 py-3 sm:flex sm:items-baseline">
              <span className="block text-sm whitespace-nowrap text-soft tabular-nums sm:w-44">{when}</span>
              <span className="[overflow-wrap:anywhere]">{sentence}</span>
            </li>
          ))}
        </ol>
      )}
      {next && (
        <p className="mt-6">
          <ButtonLink to={`?${new URLSearchParams({ ...(event && { event }), after: next })}`}>
            Earlier entries
          </ButtonLink>
        </p>
      )}
    </>
  );
}
