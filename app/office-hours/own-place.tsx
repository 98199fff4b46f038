import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

import { WordsFields } from './words-fields.tsx';

/** What a refused form of the queue comes back with. */
export type PlaceRefused = {
  /** `closed`: nobody sits any more */
  problem: 'closed' | null;
  errors: Record<string, string | undefined>;
  values: Record<string, string>;
  stale: { name: string; theirs: string; yours: string }[] | null;
  version: number | null;
};

type Refused = { refused: PlaceRefused | undefined };
const READERS = 'Hosts who sit now read it; others see only that somebody waits.';

/** The way into the queue. */
export function Joining({ waits, refused }: { waits: number } & Refused) {
  return (
    <Card aria-labelledby="join">
      <h2 id="join" className="mb-4 font-serif text-xl font-semibold">
        Come by
      </h2>
      <Form method="post" action={paths.queue()} className="space-y-4">
        <WordsFields values={refused?.values ?? {}} errors={refused?.errors} readers={READERS} />
        <div className="flex flex-wrap items-center gap-4">
          <Button weight="primary">Join the queue</Button>
          <p className="text-sm text-soft">
            {waits === 0 ? 'You are next.' : `${people(waits)} before you.`}
          </p>
        </div>
      </Form>
    </Card>
  );
}

/** The hours ended while somebody wrote: what they wrote is here, and can be kept as a wish. */
export function KeptWords({ values }: { values: Record<string, string> }) {
  return (
    <Card aria-labelledby="kept">
      <h2 id="kept" className="mb-1 font-serif text-xl font-semibold">
        The hours have just ended
      </h2>
      <p className="mb-4 text-soft">
        What you wrote is still here. Keep it, and you are told when a time frees up.
      </p>
      <Form method="post" action={paths.newBooking()} className="space-y-4">
        <input type="hidden" name="id" value={values.id} />
        <input type="hidden" name="choice" value="wish" />
        <WordsFields values={values} readers="Only you and whoever sees you read it." />
        <Button weight="primary">Tell me when something frees up</Button>
      </Form>
    </Card>
  );
}

const people = (n: number) => (n === 1 ? 'One person is' : `${n} people are`);

type Place = {
  id: string;
  topic: string;
  tried: string;
  version: number;
  by: string | null;
  where: { place: string; link: string | null } | null;
};

/** Somebody's place: how many are before them, or who sees them; their words, which may change. */
export function OwnPlace({ mine, before, refused }: { mine: Place; before: number } & Refused) {
  return (
    <Card aria-labelledby="place" className="border-accent">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div role="status" className="min-w-0">
          <h2 id="place" className="font-serif text-xl font-semibold">
            {mine.by
              ? `${mine.by} is ready for you`
              : before === 0
                ? 'You are next'
                : `${people(before)} before you`}
          </h2>
          <p className="mt-1 text-soft [overflow-wrap:anywhere]">
            {mine.by ? mine.where?.place : 'This page changes by itself. You need not keep looking at it.'}{' '}
            {mine.where?.link && (
              <a href={mine.where.link} rel="noreferrer" className="text-accent underline underline-offset-4">
                Join from afar
              </a>
            )}
          </p>
        </div>
        <Form method="post" action={paths.placeLeaving(mine.id)}>
          <Button>Leave the queue</Button>
        </Form>
      </div>
      {refused?.stale && (
        <div className="mt-4">
          <Stale by="Another window of yours" pairs={refused.stale} />
        </div>
      )}
      <details className="mt-4 border-t border-line pt-3" open={refused !== undefined}>
        <summary className="py-1 text-sm text-accent">
          What you bring: <span className="[overflow-wrap:anywhere]">{mine.topic}</span>
        </summary>
        <Form
          method="post"
          action={paths.queuePlace(mine.id)}
          className="mt-3 space-y-4"
          key={`${mine.version} ${refused?.version}`}
        >
          <input type="hidden" name="version" value={refused?.version ?? mine.version} />
          <WordsFields values={refused?.values ?? mine} errors={refused?.errors} readers={READERS} />
          <div className="flex flex-wrap items-center gap-4">
            <Button>Save</Button>
            <p className="text-sm text-soft">You keep your place.</p>
          </div>
        </Form>
      </details>
    </Card>
  );
}
