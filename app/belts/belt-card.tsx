import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { BeltSign } from './belt-drawing.tsx';
import { nextOf, type PathRequirement, whereNext } from './path.ts';
import type { BeltCardData } from './path-page.server.ts';

const MOST = 3;

/** For the start page: the belt to work on or to renew, and what is missing for it. */
export function BeltCard({ card: { held, next } }: { card: BeltCardData }) {
  const first = next && nextOf([{ requirements: next.missing }]);
  const step = first && whereNext(first);
  return (
    <Card aria-labelledby="belt">
      <div className="flex items-center gap-3">
        <h2 id="belt" className="flex-1 font-serif text-xl font-semibold">
          <Link to={paths.belts()} className="underline-offset-4 hover:underline">
            {next?.title ?? 'Your belts'}
          </Link>
        </h2>
        {next && <BeltSign belt={next.key} state={next.state} />}
      </div>
      <p className="mt-1 text-soft">
        {next?.line ?? `${held ? `You hold the ${held}. ` : ''}All is met, and nothing is to be renewed.`}
      </p>
      {next && (
        <ul className="mt-2 divide-y divide-line">
          {next.missing.slice(0, MOST).map((one) => (
            <MissingLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      {first && step && (
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          <ButtonLink to={step.to}>{step.words}</ButtonLink>
          {next.missing.length > 1 && <span className="text-sm text-soft">{first.words}</span>}
        </div>
      )}
    </Card>
  );
}

function MissingLine({ one }: { one: PathRequirement }) {
  const waits = one.underWay && whereNext(one);
  return (
    <li className="flex flex-wrap justify-between gap-x-4 py-2">
      {waits ? (
        <Link to={waits.to} className="text-accent underline underline-offset-4">
          {one.words}
        </Link>
      ) : (
        <span>{one.words}</span>
      )}
      <span className="text-sm text-soft">{said(one)}</span>
    </li>
  );
}

function said({ state, underWay }: PathRequirement): string {
  if (underWay) return 'under way';
  return state === 'missing' ? 'open' : 'to renew';
}
