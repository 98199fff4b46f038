import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Helped } from './helpfulness.ts';

type Props = { id: string; mine: Helped | null; helped: number | null; unhelped: number | null };

const asked: Record<Helped, string> = { yes: 'Yes', no: 'No' };
const said: Record<Helped, string> = { yes: 'Yes, it did', no: 'No, not yet' };

/** Asks whether an article helped. What was said stands out, and can be said anew. */
export function DidItHelp({ id, mine, helped, unhelped }: Props) {
  return (
    <Card aria-labelledby="helped">
      <h2 id="helped" className="font-semibold">
        Did this help?
      </h2>
      <Form method="post" action={paths.articleHelpfulness(id)} className="mt-3 flex flex-wrap gap-2">
        {(['yes', 'no'] as const).map((one) => (
          <Button
            key={one}
            name="helped"
            value={one}
            aria-pressed={mine === one}
            weight={mine === one ? 'primary' : 'plain'}
          >
            {mine === one ? said[one] : asked[one]}
          </Button>
        ))}
      </Form>
      {helped !== null && <p className="mt-3 text-sm text-soft">It helped {helped} people.</p>}
      {unhelped !== null && (
        <p className="mt-3 text-sm text-soft">
          {unhelped === 1 ? 'One person found' : `${unhelped} people found`} no answer here: perhaps a step or
          an example is missing. Only those who can change it see this.
        </p>
      )}
      {mine === 'no' && (
        <p className="mt-3 text-sm">
          <Link to={paths.newQuestion()} className="text-accent underline underline-offset-4">
            Ask about what is missing
          </Link>
        </p>
      )}
    </Card>
  );
}
