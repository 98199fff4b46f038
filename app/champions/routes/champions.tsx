import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { ChampionList } from '#app/champions/champion-list.tsx';
import { pitch } from '#app/champions/content.server.ts';
import { coveragePolicies } from '#app/champions/coverage-content.server.ts';
import { alumni, areas, championsPage } from '#app/champions/directory.server.ts';
import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { stateWords } from '#app/champions/enrolment.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Champions · Guildhall' }];

const short = (text: string | null) => (text ?? '').normalize('NFC').trim().slice(0, 100);

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-champions');
  const { searchParams } = new URL(args.request.url);
  const [squad, area] = [short(searchParams.get('squad')), short(searchParams.get('area'))];
  const zone = await zoneHere();
  const [{ champions, next }, allAreas, former, mine] = await Promise.all([
    championsPage({ squad, area, after: searchParams.get('after') }),
    areas(),
    alumni(),
    enrolmentsOf(viewer.id, Date.now(), zone),
  ]);
  const words = new Map(coveragePolicies().specialisms.map((one) => [one.key, one.words]));
  return {
    champions: champions.map(({ activeAt, specialisms, ...one }) => ({
      ...one,
      since: day(activeAt!, zone),
      knows: specialisms.flatMap((key) => words.get(key) ?? []),
    })),
    nextPage: next && `${paths.champions()}?${new URLSearchParams({ squad, area, after: next })}`,
    squad,
    area,
    areas: allAreas,
    alumni: former,
    mine: mine.map(({ id, squad: name, state, next: comes }) => ({ id, squad: name, state, comes })),
    lead: pitch().lead,
  };
}

export default function Champions() {
  const {
    champions,
    nextPage,
    squad,
    area,
    areas: all,
    alumni: former,
    mine,
    lead,
  } = useLoaderData<typeof loader>();
  const narrowed = squad !== '' || area !== '';
  return (
    <>
      <PageHead
        title="Champions"
        lead="Volunteers in the squads whom you can turn to with anything about security."
        actions={
          <>
            <ButtonLink to={paths.checklists()} weight="quiet">
              Checklists
            </ButtonLink>
            {mine.some(({ state }) => state === 'active') && (
              <ButtonLink to={paths.specialisms()} weight="quiet">
                What you know well
              </ButtonLink>
            )}
            {mine.length === 0 && (
              <ButtonLink to={paths.application()} weight="primary">
                Become one
              </ButtonLink>
            )}
          </>
        }
      />
      {mine.length > 0 && <Mine enrolments={mine} />}
      {(narrowed || champions.length > 0) && (
        <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-56">
            <TextField label="Squad" type="search" name="squad" defaultValue={squad} key={squad} />
          </div>
          {all.length > 0 && (
            <div className="basis-48">
              <Select label="Area" name="area" defaultValue={area} key={area}>
                <option value="">Every area</option>
                {all.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            </div>
          )}
          <Button>Show</Button>
        </Form>
      )}
      {champions.length > 0 ? (
        <ChampionList champions={champions} />
      ) : narrowed ? (
        <Empty
          title="No champion fits these choices"
          actions={<ButtonLink to={paths.champions()}>Show all of them</ButtonLink>}
        >
          <p>If it is your squad that has none, it could be you.</p>
        </Empty>
      ) : (
        <Empty
          title="Nobody is a champion yet"
          actions={
            mine.length === 0 && (
              <ButtonLink to={paths.application()} weight="primary">
                Be the first
              </ButtonLink>
            )
          }
        >
          <p>{lead}</p>
        </Empty>
      )}
      <NextPage to={nextPage}>The next 50</NextPage>
      {former.length > 0 && (
        <section aria-labelledby="alumni" className="mt-10">
          <h2 id="alumni" className="font-serif text-xl font-semibold">
            Alumni
          </h2>
          <p className="mt-1 text-soft">With thanks to everybody who gave their time.</p>
          <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
            {former.map(({ id, name, squad: of }) => (
              <li key={id}>
                {name} <span className="text-sm text-soft">{of}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Enrolment = { id: string; squad: string; state: keyof typeof stateWords; comes: string | null };

function Mine({ enrolments }: { enrolments: Enrolment[] }) {
  return (
    <Card aria-label="You" className="mb-6 divide-y divide-line">
      {enrolments.map(({ id, squad, state, comes }) => (
        <div key={id} className="flex flex-wrap items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
          <div className="min-w-0">
            <p className="font-medium">
              Champion of {squad}{' '}
              <Badge tone={state === 'active' ? 'good' : 'accent'}>{stateWords[state]}</Badge>
            </p>
            {comes && <p className="text-sm text-soft">{comes}</p>}
          </div>
          <ButtonLink to={paths.enrolment(id)}>See where it stands</ButtonLink>
        </div>
      ))}
    </Card>
  );
}
