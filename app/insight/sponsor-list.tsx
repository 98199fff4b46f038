import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Empty } from '#app/ui/page.tsx';

type Sponsor = { id: string; personId: string; name: string; since: number };

/** Who gets the report, with a way to end it for each. */
export function SponsorList({ sponsors }: { sponsors: Sponsor[] }) {
  if (sponsors.length === 0)
    return (
      <Empty title="Nobody gets it by mail yet">
        <p>Everybody here can read the report on its page. A sponsor gets its headlines once a month.</p>
      </Empty>
    );
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {sponsors.map(({ id, personId, name, since }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <a href={paths.person(personId)} className="font-medium underline-offset-4 hover:underline">
              {name}
            </a>{' '}
            <span className="block text-sm text-soft">
              since <Moment at={since} />
            </span>
          </span>
          <Form method="post" action={paths.sponsorEnding(id)}>
            <Button>
              End<span className="sr-only">: {name} gets no more reports</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
