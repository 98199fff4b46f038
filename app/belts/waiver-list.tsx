import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

type Waiver = {
  id: string;
  words: string;
  reason: string;
  givenAt: number;
  givenBy: string;
  until: number;
  withdrawnAt: number | null;
  stands: boolean;
};

/** A waiver ends when its last day is over: that day is told. */
const ending = ({ stands, withdrawnAt, until }: Waiver, zone: string) =>
  stands
    ? `until ${day(until - 1, zone)}`
    : withdrawnAt
      ? `ended ${day(withdrawnAt, zone)}`
      : `expired ${day(until - 1, zone)}`;

/** What somebody is and was allowed to go without. */
export function WaiverList({
  waivers,
  zone,
  mayArrange,
}: {
  waivers: Waiver[];
  zone: string;
  mayArrange: boolean;
}) {
  if (waivers.length === 0) return null;
  return (
    <Card aria-labelledby="waivers" className="mt-6">
      <h2 id="waivers" className="mb-1 font-serif text-xl font-semibold">
        Waivers
      </h2>
      <ul className="divide-y divide-line">
        {waivers.map((waiver) => (
          <li key={waiver.id} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <p className="font-medium">{waiver.words}</p>
              <Badge tone={waiver.stands ? 'accent' : 'plain'}>{ending(waiver, zone)}</Badge>
            </div>
            <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{waiver.reason}</p>
            <p className="mt-1 text-sm text-soft">
              Given by {waiver.givenBy} on {day(waiver.givenAt, zone)}
            </p>
            {mayArrange && waiver.stands && (
              <Form method="post" action={paths.beltWaiverWithdrawal(waiver.id)} className="mt-2">
                <Button>
                  End it now<span className="sr-only">: {waiver.words}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
