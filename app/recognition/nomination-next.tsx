import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import type { NominationPageData } from './nomination-page.server.ts';

type Props = { page: NominationPageData; refused: Refused | undefined };

/** What whoever looks at a nomination can do now. */
export function NominationNext({ page, refused }: Props) {
  if (page.part === 'nominator') return page.state === 'open' ? <Withdrawing page={page} /> : null;
  return (
    <>
      {page.state === 'open' && !page.isMine && page.person.isHere && (
        <Voting page={page} refused={refused} />
      )}
      {page.state === 'open' && page.isMine && <TakingVoteBack page={page} />}
      {page.mayTakeBack && <TakingBack page={page} refused={refused} />}
    </>
  );
}

function Withdrawing({ page: { id } }: { page: NominationPageData }) {
  return (
    <Card aria-labelledby="next">
      <h2 id="next" className="font-serif text-xl font-semibold">
        Two people look at it
      </h2>
      <p className="mt-1 mb-3 text-soft">
        You hear of it when they have decided. Until then you can withdraw it, and nobody else hears of that.
      </p>
      <Form method="post" action={paths.nominationWithdrawal(id)}>
        <Button>Withdraw it</Button>
      </Form>
    </Card>
  );
}

function Voting({ page: { id }, refused }: Props) {
  return (
    <Card aria-labelledby="next">
      <h2 id="next" className="font-serif text-xl font-semibold">
        What do you say?
      </h2>
      <p className="mt-1 mb-4 text-soft">
        Go by what is written, and by what you know of it yourself. What the others say you read once you have
        said it too.
      </p>
      <Form method="post" action={paths.nominationVote(id)} className="space-y-4">
        <fieldset>
          <legend className="mb-1 text-sm font-medium">Should it be given?</legend>
          {(['yes', 'no'] as const).map((vote) => (
            <label key={vote} className="flex items-start gap-2 py-1">
              <input
                type="radio"
                name="vote"
                value={vote}
                required
                defaultChecked={refused?.values.vote === vote}
                className="mt-1 size-4 accent-accent"
              />
              {vote === 'yes' ? 'Yes, give it' : 'Not this time'}
            </label>
          ))}
          {refused?.errors.vote && (
            <p role="alert" className="text-sm font-medium text-alert">
              {refused.errors.vote}
            </p>
          )}
        </fieldset>
        <TextArea
          label="A note, if you like"
          name="note"
          rows={3}
          help="For the others who decide. Neither whom it is about nor who put them forward reads it."
          defaultValue={refused?.values.note}
          error={refused?.errors.note}
        />
        <Button weight="primary">Say so</Button>
      </Form>
    </Card>
  );
}

function TakingVoteBack({ page: { id } }: { page: NominationPageData }) {
  return (
    <Card aria-labelledby="next">
      <h2 id="next" className="font-serif text-xl font-semibold">
        You have said what you think
      </h2>
      <p className="mt-1 mb-3 text-soft">It is decided as soon as two agree.</p>
      <Form method="post" action={paths.nominationVote(id)}>
        <input type="hidden" name="undo" value="yes" />
        <Button>Think it over again</Button>
      </Form>
    </Card>
  );
}

function TakingBack({ page: { id }, refused }: Props) {
  return (
    <Card aria-labelledby="back">
      <h2 id="back" className="font-serif text-xl font-semibold">
        Given by mistake?
      </h2>
      <p className="mt-1 mb-4 text-soft">
        Within a day of the decision an organiser can take it back. Both people are told, with your reason.
      </p>
      <Form method="post" action={paths.nominationTakingBack(id)} className="space-y-4">
        <TextArea
          label="Why"
          name="reason"
          rows={3}
          required
          help="About what went wrong in deciding, not about a person."
          defaultValue={refused?.values.reason}
          error={refused?.errors.reason}
        />
        <Button>Take it back</Button>
      </Form>
    </Card>
  );
}
