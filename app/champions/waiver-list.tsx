import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

import type { SquadPolicy } from './coverage.ts';
import { policyWords } from './policy-words.ts';

type Waiver = {
  id: string;
  policy: string;
  /** null for whoever is not to read it */
  reason: string | null;
  givenAt: number;
  givenBy: string;
  expiresAt: number;
  withdrawnAt: number | null;
  stands: boolean;
};

const ending = ({ stands, withdrawnAt, expiresAt }: Waiver) =>
  stands
    ? `until ${day(expiresAt)}`
    : withdrawnAt
      ? `ended ${day(withdrawnAt)}`
      : `expired ${day(expiresAt)}`;

/** What a squad is and was let off. */
export function WaiverList({ waivers, mayArrange }: { waivers: Waiver[]; mayArrange: boolean }) {
  if (waivers.length === 0) return null;
  return (
    <Card aria-labelledby="waivers">
      <h2 id="waivers" className="mb-1 font-serif text-xl font-semibold">
        Waivers
      </h2>
      <ul className="divide-y divide-line">
        {waivers.map((waiver) => (
          <li key={waiver.id} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <p className="font-medium">{policyWords[waiver.policy as SquadPolicy] ?? waiver.policy}</p>
              <Badge tone={waiver.stands ? 'accent' : 'plain'}>{ending(waiver)}</Badge>
            </div>
            {waiver.reason !== null && (
              <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{waiver.reason}</p>
            )}
            <p className="mt-1 text-sm text-soft">
              Given by {waiver.givenBy} on {day(waiver.givenAt)}
            </p>
            {mayArrange && waiver.stands && (
              <Form method="post" action={paths.waiverWithdrawal(waiver.id)} className="mt-2">
                <Button>End it now</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
