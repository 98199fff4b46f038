import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Arrangement = {
  id: string;
  mine: boolean;
  person: string;
  deputy: string | null;
  first: string;
  last: string;
  now: boolean;
};

/** When somebody is away and who stands in, and for whom they stand in themself. */
export function Absences({ arrangements }: { arrangements: Arrangement[] }) {
  return (
    <Card aria-labelledby="arranged">
      <h2 id="arranged" className="mb-2 font-serif text-xl font-semibold">
        What is arranged
      </h2>
      <ul className="divide-y divide-line">
        {arrangements.map((arrangement) => (
          <li key={arrangement.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p>
                {days(arrangement)} {arrangement.now && <Badge tone="accent">now</Badge>}
              </p>
              <p className="text-sm text-soft">{words(arrangement)}</p>
            </div>
            {arrangement.mine && (
              <Form method="post" action={paths.deputyWithdrawal(arrangement.id)}>
                <Button>
                  Call off<span className="sr-only"> {days(arrangement)}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const days = ({ first, last }: Arrangement) => (first === last ? first : `${first} to ${last}`);

const words = ({ mine, person, deputy }: Arrangement) => {
  if (!mine) return `You stand in for ${person}`;
  return deputy === null ? 'You are away, and nobody stands in' : `You are away, and ${deputy} stands in`;
};
