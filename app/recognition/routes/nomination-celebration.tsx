import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { AwardPicture } from '#app/recognition/award-drawing.tsx';
import { celebration } from '#app/recognition/nomination-page.server.ts';
import { ShowForms } from '#app/recognition/show-forms.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.award.name ?? 'An award'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const [page, zone] = await Promise.all([celebration(viewer, args.params.id!, Date.now()), zoneHere()]);
  if (!page) throw data(null, { status: 404 });
  return { ...page, zone, name: viewer.name };
}

const link = 'text-accent underline underline-offset-4';

export default function Celebration() {
  const { award, by, reason, givenAt, show, zone, name } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.awards()}>Awards</Up>}
        title={`Congratulations, ${name.split(' ')[0]}!`}
        lead={`${award.name} is yours. ${award.about}`}
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-label={award.name} className="text-center lg:row-span-2">
          <AwardPicture picture={award.picture} />
          <p className="mt-2 font-serif text-2xl font-semibold wrap-anywhere">{award.name}</p>
          <p className="text-soft">{day(givenAt, zone)}</p>
        </Card>
        <Card aria-labelledby="what-for">
          <h2 id="what-for" className="font-serif text-xl font-semibold">
            What for
          </h2>
          <blockquote className="mt-2 border-l-4 border-accent pl-4 wrap-anywhere whitespace-pre-wrap">
            {reason}
          </blockquote>
          <p className="mt-3 text-soft">
            {by ? `${by} put you forward, and` : 'A colleague put you forward, and'} two others agreed.
          </p>
        </Card>
        <Card aria-labelledby="who-sees">
          <h2 id="who-sees" className="font-serif text-xl font-semibold">
            Who sees it
          </h2>
          <p className="mt-1 mb-4 text-soft">
            You, whoever put you forward, and those who decided. Nobody else, until you show it.
          </p>
          {show ? (
            <ShowForms {...show} name={award.name} />
          ) : (
            <p>In a moment you can show it: look in again.</p>
          )}
          <p className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
            <Link to={paths.ownRecognition()} className={link}>
              All that is yours
            </Link>
            <Link to={paths.rewards()} className={link}>
              Is there something to go with it?
            </Link>
          </p>
        </Card>
      </div>
    </>
  );
}
