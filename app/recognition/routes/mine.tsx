import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { LeftLine } from '#app/recognition/left-line.tsx';
import { ownRecognition, showStates } from '#app/recognition/own-page.server.ts';
import { OwnThing } from '#app/recognition/own-thing.tsx';
import { ReceivedThanks } from '#app/recognition/received-thanks.tsx';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { recognitionSettings } from '#app/recognition/rules.server.ts';
import { givenThisMonth, thanksTo } from '#app/recognition/thanks.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'How you are recognised · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const now = Date.now();
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const [{ things, hasPoints }, received, { given, left }] = await Promise.all([
    ownRecognition(viewer, now),
    thanksTo(viewer, after),
    givenThisMonth(viewer, now),
  ]);
  const whats = received.thanks.map(({ id }) => ({ kind: 'thanks' as const, subject: id }));
  const states = await showStates(viewer, whats, now);
  return {
    isBegin: after === null,
    things: after === null ? things : [],
    hasPoints,
    received: received.thanks.map(({ id, reason, meant, givenAt, from }, nth) => ({
      thanks: { id, reason, meant, givenAt, from },
      state: states[nth]!,
    })),
    next: received.next,
    given: given.map(({ id, to, givenAt }) => ({ id, to: to.name, givenAt })),
    left,
    most: recognitionSettings().thanksAMonth,
  };
}

export default function Mine() {
  const { isBegin, things, hasPoints, received, next, given, left, most } = useLoaderData<typeof loader>();
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="How you are recognised"
        lead="You alone see this page. What you show goes onto the wall, and comes off again whenever you like."
        actions={<ButtonLink to={paths.recognitionChoices()}>What you choose</ButtonLink>}
      />
      <div className="grid gap-8">
        {isBegin && (
          <section aria-labelledby="things">
            <h2 id="things" className="mb-3 font-serif text-xl font-semibold">
              Achievements and awards
            </h2>
            {things.length === 0 ? (
              <p className="max-w-prose text-soft">
                Nothing here yet. A lesson passed, a part of a meeting led, a colleague helped along, a fix
                somebody else verified: each of them will stand here.
              </p>
            ) : (
              <ul className="grid gap-4 lg:grid-cols-2">
                {things.map((thing) => (
                  <li key={`${thing.kind} ${thing.subject}`}>
                    <OwnThing thing={thing} />
                  </li>
                ))}
              </ul>
            )}
            {hasPoints && (
              <p className="mt-3 text-sm text-soft">
                Some of what you did went to your squad’s goal as well. That is the squad’s, and is not
                counted by person.
              </p>
            )}
          </section>
        )}
        <section aria-labelledby="received">
          <h2 id="received" className="mb-3 font-serif text-xl font-semibold">
            Thanks you had
          </h2>
          {received.length === 0 && (
            <p className="max-w-prose text-soft">
              None yet. It often begins the other way round: whom could you thank?
            </p>
          )}
          <ul className="grid gap-4 lg:grid-cols-2">
            {received.map(({ thanks, state }) => (
              <li key={thanks.id}>
                <ReceivedThanks thanks={thanks} state={state} />
              </li>
            ))}
          </ul>
          <NextPage to={next && `${paths.ownRecognition()}?after=${next}`}>Earlier</NextPage>
        </section>
        <Card aria-labelledby="given">
          <h2 id="given" className="mb-3 font-serif text-xl font-semibold">
            Thanks you gave this month
          </h2>
          <LeftLine left={left} most={most} />
          <ul className="mt-3 divide-y divide-line">
            {given.map(({ id, to, givenAt }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <Link to={paths.thanks(id)} className="text-accent underline underline-offset-4">
                  {to}
                </Link>
                <Moment at={givenAt} className="text-sm text-soft" />
              </li>
            ))}
          </ul>
          {left > 0 && (
            <p className="mt-3">
              <ButtonLink to={paths.newThanks()}>Say thank you</ButtonLink>
            </p>
          )}
        </Card>
      </div>
    </>
  );
}
