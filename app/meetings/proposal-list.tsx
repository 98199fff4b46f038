import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

import type { Proposal } from './pool.server.ts';
import { VoteButton } from './vote-button.tsx';

type Props = {
  proposals: Proposal[];
  /** the page it stands on, to come back to after a vote */
  back: string;
  /** the meeting on whose agenda they can be put, for whoever runs it */
  placeIn: string | null;
};

/** Proposals, those most wished for first. */
export function ProposalList({ proposals, back, placeIn }: Props) {
  return (
    <ul className="space-y-2">
      {proposals.map((proposal) => (
        <li
          key={proposal.id}
          id={`item-${proposal.id}`}
          className="flex items-start gap-3 rounded-md border border-line bg-surface p-3"
        >
          <VoteButton {...proposal} back={`${back}#item-${proposal.id}`} />
          <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-2">
            <Words proposal={proposal} />
            {placeIn !== null && (
              <Form method="post" action={paths.agendaItemPlace(proposal.id)} preventScrollReset>
                <input type="hidden" name="meeting" value={placeIn} />
                <Button aria-label={`Place “${proposal.title}” on the agenda`}>Place</Button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const Words = ({ proposal }: { proposal: Proposal }) => (
  <div className="min-w-0 flex-1 basis-40">
    <p className="font-medium [overflow-wrap:anywhere]">
      <Link to={paths.agendaItem(proposal.id)} className="underline-offset-4 hover:underline">
        {proposal.title}
      </Link>
    </p>
    <p className="text-sm text-soft">
      {proposal.minutes} min · {proposal.kindWords}
      {proposal.presenter && <> · {proposal.presenter}</>}
    </p>
    <p className="text-sm text-soft">Proposed by {proposal.proposer}</p>
    {proposal.carried !== null && (
      <p className="mt-1">
        <Badge tone="accent">{proposal.carried}</Badge>
      </p>
    )}
  </div>
);
