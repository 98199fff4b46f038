import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card } from '#app/ui/page.tsx';

import type { QueueShown } from './queue-loading.server.ts';

type Desk = NonNullable<QueueShown['asHost']>;
type Words = { topic: string; tried: string };

/** What a host who sits sees: a booking at hand first, then whom they see, whose turn it is, and who waits. */
export function HostDesk({ desk, hosts }: { desk: Desk; hosts: QueueShown['hosts'] }) {
  const { atHand, seen, waiting } = desk;
  const next = hosts.find(({ isNext }) => isNext) ?? null;
  return (
    <Card aria-labelledby="desk" className="border-accent">
      <h2 id="desk" className="mb-3 font-serif text-xl font-semibold">
        Your desk
      </h2>
      {atHand && (
        <div className="mb-4">
          <Callout tone="accent" title={`${atHand.person} has booked ${atHand.at}`}>
            <Brought {...atHand} />
            <Link to={paths.booking(atHand.id)} className="text-sm text-accent underline underline-offset-4">
              Their booking
            </Link>
          </Callout>
        </div>
      )}
      {seen && (
        <div className="mb-4">
          <Callout tone="good" title={`You are seeing ${seen.person}`}>
            <Brought {...seen} />
            <div className="mt-3 flex flex-wrap gap-3">
              <Form method="post" action={paths.placeFinishing(seen.id)}>
                <Button weight="primary">We are done</Button>
              </Form>
              <Form method="post" action={paths.placeReturn(seen.id)}>
                <Button>Put back into the queue</Button>
              </Form>
            </div>
          </Callout>
        </div>
      )}
      {waiting.length === 0 ? (
        <p className="text-soft">Nobody waits. This page changes by itself as somebody comes.</p>
      ) : (
        <>
          {next && (
            <p className="mb-2 text-sm text-soft">
              It is {next.name}’s turn. Whoever has a moment may take the next one.
            </p>
          )}
          <ol className="divide-y divide-line">
            {waiting.map((place, nth) => (
              <li key={place.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
                <div className="min-w-0 flex-1 basis-64">
                  <p className="font-medium">
                    {place.person} <span className="text-sm font-normal text-soft">since {place.since}</span>{' '}
                    {nth === 0 && <Badge tone="accent">next</Badge>}
                  </p>
                  <Brought {...place} />
                </div>
                {!seen && (
                  <Form method="post" action={paths.placeTaking(place.id)}>
                    <Button weight={nth === 0 && !atHand ? 'primary' : 'plain'}>
                      Take<span className="sr-only"> {place.person}</span>
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

function Brought({ topic, tried }: Words) {
  return (
    <div className="[overflow-wrap:anywhere]">
      <p>{topic}</p>
      {tried && <p className="mt-1 text-sm whitespace-pre-line text-soft">{tried}</p>}
    </div>
  );
}
