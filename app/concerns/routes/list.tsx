import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { ConcernList } from '#app/concerns/concern-list.tsx';
import { concernsPage, countWaitingFor } from '#app/concerns/list.server.ts';
import { pileIn } from '#app/concerns/list.ts';
import { NoConcerns } from '#app/concerns/no-concerns.tsx';
import { Piles } from '#app/concerns/piles.tsx';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Concerns · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const waiting = await countWaitingFor(viewer);
  const pile = pileIn(searchParams.get('pile')) ?? (waiting > 0 ? 'with-me' : 'mine');
  const after = readCursor(searchParams.get('after'));
  return { pile, waiting, continued: after !== null, ...(await concernsPage(viewer, pile, after)) };
}

export default function Concerns() {
  const { pile, waiting, continued, concerns, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Concerns"
        lead="What worries somebody goes to their squad’s champion, and from there one step up at a time until it is answered."
        actions={
          <>
            <ButtonLink weight="primary" to={paths.newConcern()}>
              Raise a concern
            </ButtonLink>
            <ButtonLink to={paths.answers()}>What was learned</ButtonLink>
          </>
        }
      />
      <Piles pile={pile} waiting={waiting} />
      {concerns.length > 0 ? (
        <ConcernList concerns={concerns} />
      ) : (
        <NoConcerns pile={pile} continued={continued} />
      )}
      <NextPage to={next && `${paths.concerns(pile)}&after=${next}`}>Older concerns</NextPage>
    </>
  );
}
