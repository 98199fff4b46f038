import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { BeltSign } from './belt-drawing.tsx';
import { whereNext } from './path.ts';
import type { BeltCardData } from './path-page.server.ts';

const MOST = 3;

/** For the start page: the next belt and what is missing for it. */
export function BeltCard({ card: { held, next } }: { card: BeltCardData }) {
  const step = next?.missing.map(whereNext).find((one) => one !== null);
  return (
    <Card aria-labelledby="belt">
      <div className="flex items-center gap-3">
        <h2 id="belt" className="flex-1 font-serif text-xl font-semibold">
          <Link to={paths.belts()} className="underline-offset-4 hover:underline">
            {next ? `Your way to the ${next.name}` : 'Your belts'}
          </Link>
        </h2>
        {next && <BeltSign belt={next.key} state="held" />}
      </div>
      <p className="mt-1 text-soft">
        {held && `You hold the ${held}. `}
        {next ? `${next.met} of ${next.asked} done.` : 'All is met, and nothing is to be renewed.'}
      </p>
      {next && (
        <ul className="mt-2 divide-y divide-line">
          {next.missing.slice(0, MOST).map(({ id, words, state }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>{words}</span>
              <span className="text-sm text-soft">{state === 'missing' ? 'open' : 'to renew'}</span>
            </li>
          ))}
        </ul>
      )}
      {step && (
        <ButtonLink to={step.to} className="mt-3">
          {step.words}
        </ButtonLink>
      )}
    </Card>
  );
}
