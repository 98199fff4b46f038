import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';

import { progressWords } from './goal.ts';
import { GoalRing } from './goal-ring.tsx';

export type ShownGoal = {
  season: string;
  /** over so few people no number is told */
  least: number;
  /** null: too few people for a number */
  figures: { points: number; target: number | null; setBy: string; before: string; reached: string } | null;
};

type Props = { squadId: string; goal: ShownGoal; maySet: boolean; link?: boolean };

/** A squad's goal for this season and how far it has come; for its own people. */
export function GoalCard({ squadId, goal: { season, least, figures }, maySet, link }: Props) {
  const target = figures?.target ?? null;
  return (
    <Card aria-labelledby="goal">
      <h2 id="goal" className="font-serif text-xl font-semibold">
        {link ? (
          <Link to={paths.squadGoal(squadId)} className="text-accent underline-offset-4 hover:underline">
            The squad’s goal
          </Link>
        ) : (
          'This season'
        )}
      </h2>
      <p className="text-sm text-soft">{season}</p>
      {figures === null ? (
        <TooFew least={least} />
      ) : target === null ? (
        <p className="mt-3">
          {figures.points} {figures.points === 1 ? 'point' : 'points'} so far, and no goal yet.
          {maySet && link && ' Set one that fits your season.'}
        </p>
      ) : (
        <div className="mt-4 flex flex-wrap items-center gap-5">
          <GoalRing points={figures.points} target={target} />
          <div className="min-w-0 flex-1 basis-40">
            <p className="font-medium">{progressWords(figures.points, target)}</p>
            {figures.reached && <p className="mt-1 text-good">Reached on {figures.reached}. Well done!</p>}
            <p className="mt-1 text-sm text-soft">
              {figures.setBy}
              {figures.before && ` ${figures.before}`}
            </p>
          </div>
        </div>
      )}
    </Card>
  );
}

const TooFew = ({ least }: { least: number }) => (
  <div className="mt-3 space-y-2">
    <p>
      A number over fewer than {least} people would soon be about one of them, so there is none here until as
      many have been in the squad for half of the season so far. What each of you does is still recognised,
      for you alone.
    </p>
    <p className="text-soft">
      What you can do instead: say in a sentence what you would like to be better at by the end of the season,
      and look at it together then. Or{' '}
      <Link to={paths.newThanks()} className="text-accent underline underline-offset-4">
        thank each other
      </Link>
      .
    </p>
  </div>
);
