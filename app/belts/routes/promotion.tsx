import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { PostCard } from '#app/belts/post-card.tsx';
import { promotionPage } from '#app/belts/promotion-page.server.ts';
import { PromotionPicture } from '#app/belts/promotion-picture.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.belt.name ?? 'A belt'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const page = await promotionPage(viewer, args.params.id!, Date.now());
  if (!page) throw data(null, { status: 404 });
  return page;
}

const how = {
  buddy: 'buddy on the way',
  participant: 'was there and said so',
  assessor: 'looked at what was shown',
};

export default function Promotion() {
  const { id, person, isOwn, zone, earnedAt, belt, took, helpers, next, post } =
    useLoaderData<typeof loader>();
  const who = isOwn ? 'You' : person.name;
  return (
    <>
      <PageHead
        above={
          isOwn ? (
            <Up to={paths.belts()}>Your belts</Up>
          ) : (
            <Up to={paths.personBelts(person.id)}>Belts of {person.name}</Up>
          )
        }
        title={isOwn ? `Congratulations, ${person.name.split(' ')[0]}!` : `${person.name}: ${belt.name}`}
        lead={`${who} earned the ${belt.name} on ${day(earnedAt, zone)}. ${isOwn ? belt.about : ''}`}
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-label={belt.name} className="text-center lg:row-span-3">
          <PromotionPicture belt={belt.key} />
          <p className="mt-2 font-serif text-2xl font-semibold">{belt.name}</p>
          <p className="text-soft">{day(earnedAt, zone)}</p>
        </Card>
        <Card aria-labelledby="took">
          <h2 id="took" className="font-serif text-xl font-semibold">
            What it took
          </h2>
          <ul className="mt-2 divide-y divide-line">
            {took.map((one) => (
              <li key={one.id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>{one.words}</span>
                {one.at !== null && <span className="text-sm text-soft">{day(one.at, zone)}</span>}
              </li>
            ))}
          </ul>
          {helpers.length > 0 && (
            <>
              <h3 className="mt-4 font-semibold">With help from</h3>
              <ul className="mt-1">
                {helpers.map((one) => (
                  <li key={one.name + one.how} className="py-1">
                    {one.name} <span className="text-sm text-soft">{how[one.how]}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
        {next && (
          <Card aria-labelledby="next">
            <h2 id="next" className="font-serif text-xl font-semibold">
              And then? The {next.name}
            </h2>
            <p className="mt-1 text-soft">{next.about}</p>
            <ul className="mt-2 divide-y divide-line">
              {next.requirements.map((one) => (
                <li key={one.id} className="flex flex-wrap justify-between gap-x-4 py-2">
                  <span>{one.words}</span>
                  {one.isMet && <span className="text-sm text-good">done</span>}
                </li>
              ))}
            </ul>
            {isOwn && (
              <ButtonLink to={paths.belts()} className="mt-3">
                The whole way
              </ButtonLink>
            )}
          </Card>
        )}
        {post && <PostCard id={id} state={post} />}
      </div>
    </>
  );
}
