import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { CoverageBars } from '#app/champions/coverage-bars.tsx';
import { CoverageFacts } from '#app/champions/coverage-facts.tsx';
import { asQuery, lacks, NO_AREA } from '#app/champions/coverage-lacks.ts';
import { coverageFilter, pageOf } from '#app/champions/coverage-filter.ts';
import { CoverageList } from '#app/champions/coverage-list.tsx';
import { CoverageMap } from '#app/champions/coverage-map.tsx';
import { drawn } from '#app/champions/coverage-picture.ts';
import { CoveragePolicies } from '#app/champions/coverage-policies.tsx';
import { Legend, Signs } from '#app/champions/coverage-signs.tsx';
import { coverage } from '#app/champions/coverage.server.ts';
import { hoursTogether } from '#app/champions/coverage-hours.server.ts';
import { counted, NO_AREA_WORDS } from '#app/champions/coverage-words.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Coverage · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-coverage');
  const { searchParams } = new URL(args.request.url);
  const now = Date.now();
  const filter = coverageFilter.parse(Object.fromEntries(searchParams));
  const { policies, squads, areas, total, longest, ...seen } = await coverage(now);
  const hours = await hoursTogether(now);
  const page = pageOf(squads, filter, searchParams.get('after'));
  const query = asQuery(filter);
  return {
    total,
    picture: drawn(squads, areas),
    facts: {
      developers: total.developers,
      champions: total.champions,
      waived: total.waived,
      withoutTime: seen.withoutTime,
      withoutSuccessor: seen.withoutSuccessor,
      longest: longest && { id: longest.id, name: longest.name, days: longest.vacancy!.days },
      hours,
    },
    policies: {
      policies: seen.bySquadPolicy,
      developers: policies['per-developers'].developers,
      source: policies['per-developers'].source,
      specialisms: seen.specialisms,
    },
    areas: areas.map(({ area }) => area),
    filter,
    query,
    squads: page.squads,
    nextPage: page.next && `${paths.coverage()}${query ? `${query}&` : '?'}after=${page.next}#squads`,
    mayArrange: may(viewer, 'arrange-coverage'),
  };
}

export default function Coverage() {
  const { total, picture, facts, policies, mayArrange } = useLoaderData<typeof loader>();
  if (total.squads === 0) return <NoSquads />;
  return (
    <>
      <Signs />
      <PageHead
        title="Coverage"
        lead={`${total.withChampion.toLocaleString('en')} of ${counted(total.asked, 'squad')} ${total.withChampion === 1 ? 'has' : 'have'} a champion.`}
      />
      <Card aria-labelledby="picture" className="mb-8">
        <h2 id="picture" className="sr-only">
          The picture
        </h2>
        <div className="mb-5">
          <Legend counts={total} />
        </div>
        {picture.map ? <CoverageMap areas={picture.map} /> : <CoverageBars areas={picture.bars} />}
      </Card>
      <section aria-labelledby="figures" className="mb-8">
        <h2 id="figures" className="mb-3 font-serif text-xl font-semibold">
          In figures
        </h2>
        <CoverageFacts facts={facts} />
      </section>
      <section aria-labelledby="policies" className="mb-10">
        <h2 id="policies" className="mb-3 font-serif text-xl font-semibold">
          What we hold it against
        </h2>
        <CoveragePolicies {...policies} />
      </section>
      <Squads mayArrange={mayArrange} />
    </>
  );
}

function Squads({ mayArrange }: { mayArrange: boolean }) {
  const { areas, filter, query, squads, nextPage } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="squads">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="squads" className="font-serif text-xl font-semibold">
          Squad by squad
        </h2>
        <a
          href={`${paths.coverageCsv()}${query}`}
          className="text-sm text-accent underline underline-offset-4"
          download
        >
          Download as CSV
        </a>
      </div>
      <Form
        method="get"
        action={`${paths.coverage()}#squads`}
        className="mb-4 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
        key={query}
      >
        <Select label="Area" name="area" defaultValue={filter.area}>
          <option value="">All areas</option>
          {areas.map((area) => (
            <option key={area ?? ''} value={area ?? NO_AREA}>
              {area ?? NO_AREA_WORDS}
            </option>
          ))}
        </Select>
        <Select label="What is missing" name="lack" defaultValue={filter.lack}>
          <option value="">Anything, or nothing</option>
          {Object.entries(lacks).map(([lack, words]) => (
            <option key={lack} value={lack}>
              {words}
            </option>
          ))}
        </Select>
        <Button>Show</Button>
      </Form>
      {squads.length > 0 ? (
        <CoverageList squads={squads} mayWaive={mayArrange} />
      ) : (
        <Empty title="No squad is like that">
          <Link to={`${paths.coverage()}#squads`} className="text-accent underline underline-offset-4">
            Show all squads
          </Link>
        </Empty>
      )}
      <NextPage to={nextPage}>The next 50</NextPage>
    </section>
  );
}

function NoSquads() {
  return (
    <>
      <PageHead title="Coverage" />
      <Empty title="No squads yet" actions={<ButtonLink to={paths.squads()}>Squads</ButtonLink>}>
        <p>
          Once squads are here, this page shows at a glance which of them have a champion, which are without
          and for how long, and what somebody has let wait for a good reason.
        </p>
      </Empty>
    </>
  );
}
