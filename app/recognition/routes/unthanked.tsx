import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { dayOf } from '#app/recognition/season.ts';
import { handfulOf } from '#app/recognition/unthanked.ts';
import { UnthankedCard } from '#app/recognition/unthanked-card.tsx';
import { unthanked } from '#app/recognition/unthanked.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Not thanked yet · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const written = /^\d{1,4}$/.exec(new URL(args.request.url).searchParams.get('handful') ?? '');
  const nth = Number(written?.[0] ?? 0);
  const now = Date.now();
  const people = await unthanked(viewer, handfulOf(dayOf(now, await zoneHere()), nth), now);
  return { people, others: paths.unthanked((nth + 1) % 10_000) };
}

export default function NotThanked() {
  const { people, others } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.recognition()}>The wall</Up>}
        title="Not thanked yet"
        lead="Thanks are worth most where they are not asked for. These names are for you to think of, nothing more."
      />
      <UnthankedCard people={people} others={others} />
    </>
  );
}
