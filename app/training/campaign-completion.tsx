import type { ReactNode } from 'react';

import { Form } from '@remix-run/react';

import { FEWEST } from '#app/accounts/fewest.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card } from '#app/ui/page.tsx';

import type { completionPage } from './campaign-page.server.ts';
import { CompletionBar, CompletionBars } from './completion-bars.tsx';
import { percentOf, type SquadSum } from './completion.ts';

type Picture = Awaited<ReturnType<typeof completionPage>>;
type Props = { picture: Picture; to: string; search: string; arranges: boolean };

const rowOf = ({ id, name, asked, through }: SquadSum) => ({ squadId: id, name, asked, through });
/** As many squads as one looks through without searching. */
const FEW = 50;

/** How far the campaign is: together, by area for organisers, and by squad. Nobody is named. */
export function CampaignCompletion({ picture, to, search, arranges }: Props) {
  const { total, own, squads, together, areas, all, found, next } = picture;
  if (total === null)
    return (
      <Card aria-labelledby="completion">
        <Head />
        <p className="mt-1 text-soft">
          It asks fewer than {FEWEST} people: a sum over so few would tell of one of them, so none is shown.
        </p>
      </Card>
    );
  // A single row that stands for all of them would say what the total says.
  const rows = [
    ...squads.map(rowOf),
    ...(together && all > 0
      ? [{ name: `Small squads together (${together.squads})`, ...together, squadId: null }]
      : []),
  ];
  const few = all <= FEW && !search;
  return (
    <Card aria-labelledby="completion" className="space-y-6">
      <div>
        <Head />
        <p className="mt-1 mb-2">
          <strong className="font-semibold">
            {total.through.toLocaleString('en')} of {total.asked.toLocaleString('en')}
          </strong>{' '}
          people are through, {percentOf(total)} %.
        </p>
        <CompletionBar row={{ name: 'Everybody asked', ...total }} height={22} />
      </div>
      {areas && areas.length > 1 && (
        <Part title="By area">
          <CompletionBars
            caption="Completion by area"
            what="Area"
            rows={areas.map(({ area, ...sum }) => ({ name: area ?? 'No area', ...sum }))}
          />
        </Part>
      )}
      {!few && own.length > 0 && (
        <Part title="Your squads">
          <CompletionBars caption="Completion of your squads" what="Squad" rows={own.map(rowOf)} />
        </Part>
      )}
      <Part title="By squad">
        {!few && (
          <Form method="get" action={`${to}#completion`} className="mb-4 flex flex-wrap items-end gap-3">
            <TextField label="Find a squad" name="squad" type="search" defaultValue={search} />
            <Button>Find</Button>
          </Form>
        )}
        {rows.length > 0 ? (
          <CompletionBars caption="Completion by squad" what="Squad" rows={rows} />
        ) : (
          <p className="text-soft">
            {search && found === 0
              ? `No squad here that is called like “${search}”${arranges ? '' : ', or it is too small to be shown by itself'}.`
              : 'Its squads are small, so that only their sum is shown.'}
          </p>
        )}
        <NextPage
          to={
            next &&
            `${to}?${new URLSearchParams({ ...(search && { squad: search }), after: next })}#completion`
          }
        >
          The next 50
        </NextPage>
      </Part>
      <p className="text-sm text-soft">
        {rows.length > 0 && 'In order of their names. '}
        {!arranges &&
          `Squads with fewer than ${FEWEST} people asked are summed up together, with the next smallest where these are still too few. `}
        Who is not through is on no page.
      </p>
    </Card>
  );
}

const Head = () => (
  <h2 id="completion" className="font-serif text-xl font-semibold">
    How far it is
  </h2>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className="mb-2 font-semibold">{title}</h3>
    {children}
  </div>
);
