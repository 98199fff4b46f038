import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { DECIDE } from '#app/recognition/nomination.ts';
import { NominationBadge } from '#app/recognition/nomination-badge.tsx';
import { nominationsPage } from '#app/recognition/nominations.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who was put forward · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const page = await nominationsPage(viewer, after, Date.now());
  if (!page) throw data(null, { status: 404 });
  return { ...page, continued: after !== null };
}

const list = 'divide-y divide-line rounded-lg border border-line bg-surface';
const row = 'flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-5 py-3';

export default function Nominations() {
  const { open, decided, next, continued } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.awards()}>Awards</Up>}
        title="Who was put forward"
        lead="Two who agree decide. Whom you manage, who manages you, and whom you owe an award of the last year are for others to decide on, and do not stand here."
      />
      <section aria-labelledby="open">
        <h2 id="open" className="mb-3 font-serif text-xl font-semibold">
          Waits to be decided
        </h2>
        {open.length === 0 ? (
          <Empty title={continued ? 'That was all' : 'Nothing waits for you'}>
            <p>When somebody is put forward for an award, it stands here, the longest waiting first.</p>
          </Empty>
        ) : (
          <ul className={list}>
            {open.map(({ id, award, person, nominatedAt, votes, isMine }) => (
              <li key={id} className={row}>
                <div className="min-w-0">
                  <Link to={paths.nomination(id)} className="font-medium wrap-anywhere hover:underline">
                    {person}: {award}
                  </Link>
                  <p className="text-sm text-soft">
                    <Moment at={nominatedAt} />
                  </p>
                </div>
                <p className="flex flex-wrap gap-2">
                  {isMine && <Badge tone="good">You have said what you think</Badge>}
                  <Badge>
                    {votes} of {Math.max(DECIDE, votes + 1)} have
                  </Badge>
                </p>
              </li>
            ))}
          </ul>
        )}
        <NextPage to={next && `${paths.nominations()}?after=${next}`}>What came later</NextPage>
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="decided" className="mt-8">
          <h2 id="decided" className="mb-3 font-serif text-xl font-semibold">
            Decided since yesterday
          </h2>
          <ul className={list}>
            {decided.map(({ id, award, person, state }) => (
              <li key={id} className={row}>
                <Link to={paths.nomination(id)} className="font-medium wrap-anywhere hover:underline">
                  {person}: {award}
                </Link>
                <NominationBadge state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
