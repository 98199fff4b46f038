import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import type { RequestPageData } from './reward-requests.server.ts';

const post = (action: string, words: string, weight: 'primary' | 'plain' = 'plain') => (
  <Form method="post" action={action}>
    <Button weight={weight}>{words}</Button>
  </Form>
);

/** What whoever looks at a request can do now. */
export function RequestNext({ page, refused }: { page: RequestPageData; refused: Refused | undefined }) {
  const { id, part, state, isHolding, person, grantedFor } = page;
  if (!isHolding) return null;
  if (part === 'person')
    return (
      <Card aria-labelledby="next">
        <h2 id="next" className="font-serif text-xl font-semibold">
          {state === 'requested' ? 'An organiser looks at it' : 'It is being made ready'}
        </h2>
        <p className="mt-1 mb-3 text-soft">
          You hear of it. Until it is on its way you can withdraw it; what it goes with is free again then.
        </p>
        {post(paths.rewardWithdrawal(id), 'Withdraw it')}
      </Card>
    );
  if (!person.isHere)
    return (
      <Card aria-labelledby="next">
        <h2 id="next" className="font-serif text-xl font-semibold">
          Their account is closed
        </h2>
        <p className="mt-1 mb-3 text-soft">
          Withdraw it for them: it goes back to the shelf, and size and address are deleted. When they are
          back, they can ask for it again.
        </p>
        {post(paths.rewardWithdrawal(id), 'Withdraw it for them', 'primary')}
      </Card>
    );
  return (
    <Card aria-labelledby="next" className="space-y-4">
      <h2 id="next" className="font-serif text-xl font-semibold">
        What comes next
      </h2>
      {grantedFor === null && <p>What it was for does not stand any more: it cannot be given for that.</p>}
      {grantedFor !== null &&
        state === 'requested' &&
        post(paths.rewardApproval(id), 'Approve it', 'primary')}
      {grantedFor !== null && state === 'approved' && (
        <>
          <p className="text-soft">
            As soon as it is sent or handed over, size and address are deleted. Note the address first.
          </p>
          {post(paths.rewardShipping(id), 'It is sent or handed over', 'primary')}
        </>
      )}
      <details open={refused !== undefined}>
        <summary className="text-accent">It cannot be given</summary>
        <Form method="post" action={paths.rewardDeclining(id)} className="mt-3 space-y-3">
          <TextArea
            label="Why"
            name="note"
            rows={3}
            required
            help="They read it, and it stays: neither size nor address."
            defaultValue={refused?.values.note}
            error={refused?.errors.note}
          />
          <Button>Do not give it</Button>
        </Form>
      </details>
    </Card>
  );
}
