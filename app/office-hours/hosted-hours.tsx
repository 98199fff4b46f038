import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

export type Hosted = {
  id: string;
  about: string;
  timezone: string;
  place: string;
  slotMinutes: number;
  words: string;
  hasZone: boolean;
  changes: { change: 'skipped' | 'twice' | null; day: string; time: string }[];
};

/** A host's hours, one after another: when they are, and the way to change or end them. */
export function HostedHours({ hours }: { hours: Hosted[] }) {
  return (
    <Card aria-labelledby="hours">
      <h2 id="hours" className="mb-2 font-serif text-xl font-semibold">
        When you are there
      </h2>
      <ul className="divide-y divide-line">
        {hours.map(({ id, about, timezone, place, slotMinutes, words, hasZone, changes }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
              <p className="font-medium first-letter:uppercase">
                {words} <span className="font-normal text-soft">({timezone})</span>
              </p>
              <p className="text-sm text-soft">
                {place} · bookings of {slotMinutes} minutes{about && ` · ${about}`}
              </p>
              {!hasZone && (
                <p className="mt-1 text-sm text-warn">
                  This time zone is not known here any more: no further times are made until you choose
                  another.
                </p>
              )}
              {changes.map(({ change, day, time }) => (
                <p key={day} className="mt-1 text-sm text-warn">
                  {change === 'skipped'
                    ? `On ${day} the clocks go forward past ${time}: you are there by the clock as it was before.`
                    : `On ${day} the clocks show ${time} twice: the first of them is meant.`}
                </p>
              ))}
            </div>
            <div className="flex flex-wrap gap-2">
              <ButtonLink to={paths.hostedHours(id)}>
                Change<span className="sr-only"> {words}</span>
              </ButtonLink>
              <Form method="post" action={paths.hoursEnding(id)}>
                <Button>
                  End<span className="sr-only"> {words}</span>
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
