import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

export type ListedFeed = { id: string; name: string; madeOn: string };

/** The addresses somebody has made, each with a way to take it back. */
export function FeedList({ feeds }: { feeds: ListedFeed[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {feeds.map(({ id, name, madeOn }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
          <div className="min-w-0">
            <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
            <p className="text-sm text-soft">Made on {madeOn}</p>
          </div>
          <Form method="post" action={paths.calendarWithdrawal(id)}>
            <Button aria-label={`Take it back: the address of ${name}, made on ${madeOn}`}>
              Take it back
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
