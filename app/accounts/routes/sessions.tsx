import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { browserOf } from '#app/accounts/browser.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { endSessionsOf, requireOwner, sessionsOf } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';
import { moment } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Where you are signed in · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  const [open, zone] = await Promise.all([sessionsOf(viewer.id, Date.now()), zoneHere()]);
  return {
    sessions: open.map(({ key, startedAt, userAgent }) => ({
      key,
      browser: browserOf(userAgent),
      since: moment(startedAt, zone),
      isThisOne: key === viewer.sessionKey,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  await endSessionsOf(viewer.id, viewer.sessionKey);
  return redirectSaying(paths.accountSessions(), 'You are signed out everywhere but here.');
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Where you are signed in"
        lead="If one of these is not you, end it and change your password."
        above={<Up to={paths.account()}>Your account</Up>}
        actions={
          sessions.length > 1 && (
            <Form method="post">
              <Button>End all others</Button>
            </Form>
          )
        }
      />
      <ul className="max-w-2xl divide-y divide-line rounded-lg border border-line bg-surface">
        {sessions.map(({ key, browser, since, isThisOne }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
            <div>
              <p className="font-medium">
                {browser} {isThisOne && <Badge tone="good">This one</Badge>}
              </p>
              <p className="text-sm text-soft">Since {since}</p>
            </div>
            {!isThisOne && (
              <Form method="post" action={paths.accountSession(key)}>
                <Button aria-label={`End the session of ${browser} since ${since}`}>End</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
