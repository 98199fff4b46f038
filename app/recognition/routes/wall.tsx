import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { handfulOf } from '#app/recognition/unthanked.ts';
import { UnthankedCard } from '#app/recognition/unthanked-card.tsx';
import { unthanked } from '#app/recognition/unthanked.server.ts';
import { WallCard } from '#app/recognition/wall-card.tsx';
import { wallPage } from '#app/recognition/wall.server.ts';
import { dayOf } from '#app/recognition/season.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'The wall · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const now = Date.now();
  const prompts = after === null && may(viewer, 'arrange-recognition');
  const handful = handfulOf(dayOf(now, await zoneHere()), 0);
  return {
    ...(await wallPage(viewer, after)),
    isBegin: after === null,
    toThank: prompts ? await unthanked(viewer, handful, now) : null,
  };
}

export default function Wall() {
  const { shown, next, isBegin, toThank } = useLoaderData<typeof loader>();
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="The wall"
        lead="What colleagues were thanked and recognised for, as far as they want it seen. Newest first; nobody stands above anybody."
        actions={
          <>
            <ButtonLink weight="primary" to={paths.newThanks()}>
              Say thank you
            </ButtonLink>
            <ButtonLink to={paths.ownRecognition()}>Yours</ButtonLink>
          </>
        }
      />
      <div className="grid gap-6">
        {toThank && <UnthankedCard people={toThank} others={paths.unthanked(1)} />}
        {shown.length > 0 && (
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {shown.map((one) => (
              <li key={one.id}>
                <WallCard shown={one} />
              </li>
            ))}
          </ul>
        )}
        {shown.length === 0 && isBegin && <Begin />}
        {shown.length === 0 && !isBegin && <p className="text-soft">That was all of it.</p>}
      </div>
      <NextPage to={next && `${paths.recognition()}?after=${next}`}>Earlier</NextPage>
    </>
  );
}

const Begin = () => (
  <Empty
    title="A wall begins with one thank you"
    actions={<ButtonLink to={paths.newThanks()}>Think of somebody</ButtonLink>}
  >
    <p>
      Somebody made your day safer: looked over your change, stayed on the call, told you early. Say what they
      did. They read it first, and decide whether it hangs here.
    </p>
  </Empty>
);
