import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requireViewer } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { noticesOf, readAllNotices } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';
import { moment } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Notices · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const [{ notices, next }, zone] = await Promise.all([noticesOf(viewer, after), zoneHere()]);
  return {
    next,
    notices: notices.map(({ id, at, text, path, readAt }) => ({
      id,
      text,
      leads: path !== null,
      when: moment(at, zone),
      isNew: readAt === null,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  await readAllNotices(await requireViewer(args), Date.now());
  return redirectSaying(paths.notices(), 'All notices are marked as read.');
}

export default function Notices() {
  const { notices, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Notices"
        actions={
          <>
            <ButtonLink to={paths.accountNotices()}>What comes by mail</ButtonLink>
            {notices.some((notice) => notice.isNew) && (
              <Form method="post">
                <Button>Mark all as read</Button>
              </Form>
            )}
          </>
        }
      />
      {notices.length === 0 ? (
        <Empty title="Nothing to tell you">
          <p>When something needs you or concerns your account, it stands here.</p>
        </Empty>
      ) : (
        <ul className="max-w-3xl divide-y divide-line rounded-lg border border-line bg-surface">
          {notices.map(({ id, text, when, isNew, leads }) => (
            <li key={id} className="px-5 py-3">
              <p className="text-sm text-soft">
                {when} {isNew && <Badge tone="accent">New</Badge>}
              </p>
              <Form
                method="post"
                action={paths.noticeReading(id)}
                className="sm:flex sm:items-baseline sm:gap-4"
              >
                <p
                  id={`notice-${id}`}
                  className={`flex-1 [overflow-wrap:anywhere] ${isNew ? 'font-medium' : ''}`}
                >
                  {text}
                </p>
                {(leads || isNew) && (
                  <Button weight="quiet" className="-ml-2" aria-describedby={`notice-${id}`}>
                    {leads ? 'Go there' : 'Mark as read'}
                  </Button>
                )}
              </Form>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-6">
          <ButtonLink to={`?after=${encodeURIComponent(next)}`}>Earlier notices</ButtonLink>
        </p>
      )}
    </>
  );
}
