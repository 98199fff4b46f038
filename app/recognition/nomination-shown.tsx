import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { AwardDrawing } from './award-drawing.tsx';
import { NominationBadge } from './nomination-badge.tsx';
import { NominationNext } from './nomination-next.tsx';
import type { NominationPageData } from './nomination-page.server.ts';

/** A nomination, for whoever wrote it and for those who decide. */
export function NominationShown({
  page,
  refused,
}: {
  page: NominationPageData;
  refused?: Refused | undefined;
}) {
  const { part, state, award, person, by, isNamed, reason, nominatedAt, takenBack, voted, votes } = page;
  const up =
    part === 'decider' ? (
      <Up to={paths.nominations()}>Who was put forward</Up>
    ) : (
      <Up to={paths.awards()}>Awards</Up>
    );
  return (
    <>
      <PageHead above={up} title={`${person.name}: ${award.name}`} lead={award.about} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card aria-labelledby="reason">
          <div className="flex items-start gap-4">
            <AwardDrawing picture={award.picture} className="size-16" />
            <div className="min-w-0">
              <h2 id="reason" className="font-serif text-xl font-semibold">
                {part === 'decider' ? `${by} writes` : 'What you wrote'}
              </h2>
              <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-soft">
                <Moment at={nominatedAt} />
                <NominationBadge state={state} />
              </p>
            </div>
          </div>
          <p className="mt-4 wrap-anywhere whitespace-pre-wrap">{reason}</p>
          <p className="mt-4 text-sm text-soft">
            {isNamed
              ? 'When it is given, they read these words, and who wrote them.'
              : 'When it is given, they read these words, without a name.'}
          </p>
          {state === 'declined' && part === 'nominator' && (
            <p className="mt-4">
              Two people thought it over and did not give it this time. {person.name} does not learn of it.
              You saw something worth saying: you can thank them yourself, and put them forward again when
              there is more to tell.
            </p>
          )}
        </Card>
        <div className="space-y-6">
          {takenBack && (
            <Callout tone="warn" title={`Taken back by ${takenBack.by}`}>
              <p className="wrap-anywhere whitespace-pre-wrap">{takenBack.why}</p>
            </Callout>
          )}
          {!person.isHere && state === 'open' && (
            <Callout title="Their account is closed">
              <p>It waits as it is, and can be decided on when they are back.</p>
            </Callout>
          )}
          <NominationNext page={page} refused={refused} />
          {votes && votes.length > 0 && <Votes votes={votes} />}
          {part === 'decider' && votes === null && voted > 0 && (
            <p className="text-soft">
              {voted === 1 ? 'One person has' : `${voted} people have`} said what they think.
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function Votes({ votes }: { votes: NonNullable<NominationPageData['votes']> }) {
  return (
    <Card aria-labelledby="votes">
      <h2 id="votes" className="font-serif text-xl font-semibold">
        What was said
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {votes.map(({ by, vote, note, at }) => (
          <li key={by + at} className="py-2">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium wrap-anywhere">{by}</span>
              <Badge tone={vote === 'yes' ? 'good' : 'plain'}>
                {vote === 'yes' ? 'Give it' : 'Not this time'}
              </Badge>
              <span className="text-sm text-soft">
                <Moment at={at} />
              </span>
            </p>
            {note && <p className="mt-1 wrap-anywhere whitespace-pre-wrap text-soft">{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
