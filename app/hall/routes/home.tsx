import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { currentViewer } from '#app/accounts/session.server.ts';
import { Due, SeverityBadge } from '#app/action-items/item-badges.tsx';
import { countMine, mine } from '#app/action-items/list.server.ts';
import { BeltCard } from '#app/belts/belt-card.tsx';
import { beltCardOf } from '#app/belts/path-page.server.ts';
import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { isDemo } from '#app/hall/demo/open.server.ts';
import { askedOf } from '#app/hall/home/asked.server.ts';
import { ChampionCard } from '#app/hall/home/champion-card.tsx';
import { meetingAtHome } from '#app/hall/home/guild.server.ts';
import { HomeCard, HomeLine } from '#app/hall/home/home-card.tsx';
import { readsReport, recognitionAtHome } from '#app/hall/home/recognition.server.ts';
import { squadsAtHome } from '#app/hall/home/squads.server.ts';
import { NextMeeting } from '#app/meetings/next-meeting.tsx';
import { nextForCaller } from '#app/office-hours/home.server.ts';
import { paths } from '#app/paths.ts';
import { newest, underWay } from '#app/postmortems/library.server.ts';
import { stateWords } from '#app/postmortems/postmortem.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { useWord } from '#app/ui/here.ts';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction = () => [{ title: 'Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await currentViewer(args);
  if (!viewer) throw redirect(isDemo() ? paths.demo() : paths.signIn());
  const [now, zone] = [Date.now(), await zoneHere()];
  const { booking, held } = await nextForCaller(viewer, now);
  const [asked, parts, belt, meeting, squads, recognised, report, items, count, drafts, published] =
    await Promise.all([
      askedOf(viewer, held, now, zone),
      enrolmentsOf(viewer.id, now, zone),
      beltCardOf(viewer.id, now),
      meetingAtHome(viewer, now, zone),
      squadsAtHome(viewer.id, now),
      recognitionAtHome(viewer, now),
      readsReport(viewer),
      mine(viewer, 5),
      countMine(viewer),
      underWay(viewer, 5),
      newest(viewer, 5),
    ]);
  // How somebody was recognised is theirs alone: no browser keeps it.
  if (recognised && recognised.length > 0) args.context.keptNowhere = true;
  const guild = { meeting, booking };
  const recognition = { recognised, report };
  return {
    name: viewer.name,
    asked,
    parts,
    belt,
    guild,
    squads,
    recognition,
    items,
    count,
    drafts,
    published,
    now,
  };
}

export default function Home() {
  const { name, asked, parts, belt, guild, squads, recognition, items, count, drafts, published, now } =
    useLoaderData<typeof loader>();
  const word = useWord();
  return (
    <>
      <PageHead
        title={`Hello, ${name.split(' ')[0]}`}
        actions={
          <>
            <ButtonLink to={paths.newPostmortem()} weight="primary">
              Start {word.a}
            </ButtonLink>
            <ButtonLink to={paths.importPostmortem()}>Import a document</ButtonLink>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        {asked.length > 0 && (
          <HomeCard id="asked" title="Asked of you" wide>
            {asked.map(({ to, words, since }) => (
              <HomeLine key={to + words} to={to} beside={since && <Beside>since {day(since)}</Beside>}>
                {words}
              </HomeLine>
            ))}
          </HomeCard>
        )}
        <HomeCard
          id="mine"
          title="Yours to see to"
          wide
          empty="Nothing waits for you. When an action item has you or your squad as its owner, it stands here."
          more={count > items.length && { to: `${paths.actionItems()}?owner=mine`, words: 'All of yours' }}
        >
          {items.map((item) => (
            <HomeLine
              key={item.id}
              to={paths.actionItem(item.id)}
              beside={
                <>
                  <SeverityBadge severity={item.severity} />
                  <span className="text-sm">
                    {item.state === 'imported' ? 'Not accepted yet' : <Due item={item} now={now} />}
                  </span>
                </>
              }
            >
              {item.statement}
            </HomeLine>
          ))}
        </HomeCard>
        {guild.meeting && <NextMeeting meeting={guild.meeting} back="home" />}
        <HomeCard
          id="office-hours"
          title="Office hours"
          empty="Something on your mind, however small? Book a time with a host, drop in, or ask, with or without your name."
          more={{ to: paths.officeHours(), words: 'To office hours' }}
        >
          {guild.booking
            ? [
                <HomeLine
                  key={guild.booking.id}
                  to={paths.booking(guild.booking.id)}
                  beside={
                    <Beside>
                      <Moment at={guild.booking.startsAt} />
                    </Beside>
                  }
                >
                  With {guild.booking.host}
                </HomeLine>,
              ]
            : []}
        </HomeCard>
        <ChampionCard parts={parts} />
        {(parts.length > 0 || belt.held || (belt.next?.met ?? 0) > 0) && <BeltCard card={belt} />}
        {recognition.recognised && (
          <HomeCard
            id="recognition"
            title="Recognition"
            empty="Did somebody make your work safer, or easier? A word of thanks takes a minute."
            more={{ to: paths.newThanks(), words: 'Say thank you' }}
          >
            {recognition.recognised.map(({ to, words }) => (
              <HomeLine key={to + words} to={to}>
                {words}
              </HomeLine>
            ))}
          </HomeCard>
        )}
        {recognition.report && (
          <HomeCard
            id="report"
            title="What the program achieves"
            empty="Measures for your squads and for everybody: what each of them says, and what it cannot tell."
            more={{ to: paths.report(), words: 'Read the report' }}
          />
        )}
        <HomeCard
          id="squads"
          title={squads.length === 1 ? 'Your squad' : 'Your squads'}
          empty="You belong to no squad yet. An organiser can add you to yours."
        >
          {squads.map(({ id, name: squad, champions, vacantDays }) => (
            <HomeLine
              key={id}
              to={paths.squad(id)}
              beside={
                vacantDays !== null ? (
                  <Badge tone="warn">
                    {vacantDays === 0 ? 'No champion yet' : `No champion for ${vacantDays} days`}
                  </Badge>
                ) : (
                  champions.length > 0 && <Beside>{champions.join(', ')}</Beside>
                )
              }
            >
              {squad}
            </HomeLine>
          ))}
        </HomeCard>
        <HomeCard
          id="under-way"
          title="Being written"
          empty="Drafts and reviews you take part in stand here."
        >
          {drafts.map((one) => (
            <HomeLine
              key={one.id}
              to={paths.postmortem(one.id)}
              beside={
                <Badge tone={one.state === 'in-review' ? 'accent' : 'plain'}>{stateWords[one.state]}</Badge>
              }
            >
              {one.title}
            </HomeLine>
          ))}
        </HomeCard>
        <HomeCard
          id="published"
          title="New to read"
          empty="What colleagues publish stands here, so that what one squad learned, all have learned."
        >
          {published.map((one) => (
            <HomeLine
              key={one.id}
              to={paths.postmortem(one.id)}
              beside={one.publishedAt && <Beside>{day(one.publishedAt)}</Beside>}
            >
              {one.title}
            </HomeLine>
          ))}
        </HomeCard>
      </div>
    </>
  );
}

const Beside = ({ children }: { children: ReactNode }) => (
  <span className="text-sm whitespace-nowrap text-soft">{children}</span>
);
