import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

import { BeltSign } from './belt-drawing.tsx';
import {
  beltStateWords,
  beltWords,
  nextOf,
  type PathBelt,
  type PathRequirement,
  requirementWords,
  whereNext,
} from './path.ts';
import type { BeltState } from './belt-state.ts';

const tones: Record<BeltState, Tone> = {
  'not-yet': 'plain',
  held: 'good',
  due: 'warn',
  grace: 'warn',
  lapsed: 'plain',
};

/** Each belt with what it asks and how that stands; with the next steps where it is one's own. */
export function PathList({ belts, zone, isOwn }: { belts: PathBelt[]; zone: string; isOwn: boolean }) {
  // One thing is the next, and has the button that is seen first.
  const next = nextOf(belts);
  return (
    <ol className="space-y-5">
      {belts.map((belt) => (
        <li key={belt.key}>
          <Card aria-labelledby={belt.key}>
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
              <BeltSign belt={belt.key} state={belt.state} />
              <div className="min-w-0 flex-1 basis-56">
                <h2 id={belt.key} className="font-serif text-xl font-semibold">
                  {belt.name}
                </h2>
                <p className="text-soft">{belt.about}</p>
              </div>
              <Badge tone={tones[belt.state]}>{beltStateWords[belt.state]}</Badge>
            </div>
            <p className="mt-3">
              {beltWords(belt, zone)}
              {belt.state !== 'not-yet' &&
                belt.restsOn.length > 0 &&
                ` It waits for: ${belt.restsOn.join(', ')}.`}
              {belt.promotion && (
                <>
                  {' '}
                  <Link
                    to={paths.promotion(belt.promotion.id)}
                    className="whitespace-nowrap text-accent underline underline-offset-4"
                  >
                    Earned on {day(belt.promotion.earnedAt, zone)}
                  </Link>
                </>
              )}
            </p>
            <ul className="mt-4 divide-y divide-line border-t border-line">
              {belt.requirements.map((one) => (
                <RequirementLine key={one.id} one={one} zone={zone} isOwn={isOwn} isNext={one === next} />
              ))}
            </ul>
          </Card>
        </li>
      ))}
    </ol>
  );
}

const signs: Record<PathRequirement['state'], { sign: string; look: string }> = {
  met: { sign: '✓', look: 'border-accent bg-accent text-on-accent' },
  due: { sign: '✓', look: 'border-warn bg-warn-wash text-warn' },
  grace: { sign: '!', look: 'border-warn bg-warn-wash text-warn' },
  lapsed: { sign: '·', look: 'border-line-strong bg-surface text-soft' },
  missing: { sign: '', look: 'border-line-strong bg-surface' },
};

/** What comes from here, or is asked for as evidence anyway: nobody has shown it elsewhere. */
const isShownHereAlone = (next: PathRequirement['next']) =>
  next !== null && ['show', 'mentor', 'attend'].includes(next.do);

type Line = { one: PathRequirement; zone: string; isOwn: boolean; isNext: boolean };

function RequirementLine({ one, zone, isOwn, isNext }: Line) {
  const { sign, look } = signs[one.state];
  const step = isOwn ? whereNext(one) : null;
  return (
    <li className="flex gap-3 py-4">
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border-2 text-xs font-bold ${look}`}
      >
        {sign}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{one.words}</p>
        <p className={`text-sm ${one.state === 'due' || one.state === 'grace' ? 'text-warn' : 'text-soft'}`}>
          {requirementWords(one, zone)}
        </p>
        {one.state !== 'met' && <p className="mt-1 max-w-prose text-sm">{one.help}</p>}
        {step && (
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <ButtonLink to={step.to} weight={isNext ? 'primary' : 'plain'}>
              {step.words}
              <span className="sr-only">: {one.words}</span>
            </ButtonLink>
            {one.lessons.map(({ key, title, minutes }) => (
              <Link key={key} to={paths.module(key)} className="text-accent underline underline-offset-4">
                Lesson: {title} ({minutes} min)
              </Link>
            ))}
            {one.underWay === null && !isShownHereAlone(one.next) && (
              <Link to={paths.newEvidence(one.id)} className="text-soft underline underline-offset-4">
                Shown elsewhere already?<span className="sr-only"> {one.words}</span>
              </Link>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
