import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { Card } from '#app/ui/page.tsx';

import { EvidenceNoteForm } from './evidence-note-form.tsx';
import type { EvidencePage } from './evidence-page.server.ts';
import { refusalWords } from './evidence-words.ts';

/** What whoever looks can do now. */
export function EvidenceNext({ page }: { page: EvidencePage }) {
  return page.part === 'applicant' ? <ForApplicant page={page} /> : <ForAssessor page={page} />;
}

function ForApplicant({ page }: { page: EvidencePage }) {
  const { id, state, round, notReady, mayChange, history } = page;
  const asks = state === 'returned' ? history.findLast(({ step }) => step === 'returned') : undefined;
  return (
    <Card aria-labelledby="next" className="space-y-4">
      <h2 id="next" className="font-serif text-xl font-semibold">
        {state === 'approved' ? 'It counts' : 'What comes next'}
      </h2>
      {state === 'approved' && <p>Thank you for showing your work. It counts toward your belt.</p>}
      {state === 'submitted' && (
        <>
          <p>{waitsFor(page)}</p>
          <Form method="post" action={paths.evidenceSubmission(id)}>
            <input type="hidden" name="undo" value="yes" />
            <Button>Take it back to change something</Button>
          </Form>
        </>
      )}
      {mayChange && (
        <>
          {asks && (
            <div className="space-y-2">
              <p>{asks.by} asks for a little more:</p>
              <blockquote className="rounded-lg border border-accent bg-accent-wash p-4">
                <Prose html={asks.html ?? ''} />
              </blockquote>
            </div>
          )}
          {state === 'draft' && <p className="text-soft">{whoLooks(page)}</p>}
          {notReady ? (
            <p>{refusalWords[notReady]}</p>
          ) : (
            <Form method="post" action={paths.evidenceSubmission(id)}>
              <Button weight="primary">{round > 0 ? 'Submit it again' : 'Submit'}</Button>
            </Form>
          )}
        </>
      )}
      {state === 'withdrawn' && (
        <Form method="post" action={paths.evidenceWithdrawal(id)}>
          <input type="hidden" name="undo" value="yes" />
          <Button>Take it up again</Button>
        </Form>
      )}
      {(state === 'submitted' || state === 'returned') && (
        <Say page={page} summary="Write to the assessors" label="What you would like to add" button="Send" />
      )}
      {page.mayWithdraw && (
        <Form method="post" action={paths.evidenceWithdrawal(id)}>
          <Button weight="quiet">Withdraw</Button>
        </Form>
      )}
    </Card>
  );
}

function ForAssessor({ page }: { page: EvidencePage }) {
  const { id, state, round, mine, notApprovable, person, bothWays } = page;
  return (
    <Card aria-labelledby="next" className="space-y-5">
      <h2 id="next" className="font-serif text-xl font-semibold">
        {state === 'submitted' && !mine ? 'What do you think?' : 'Where it stands'}
      </h2>
      {bothWays.length > 0 && (
        <Callout tone="accent" title="Looked at each other’s work">
          <p>
            {bothWays.join(', ')} and {person} have approved each other’s work within a year. Nothing is wrong
            with that; a third pair of eyes may do good. Only organisers see this.
          </p>
        </Callout>
      )}
      {state === 'approved' && <p>It is approved, and counts.</p>}
      {state === 'returned' && <p>It is back with {person}, who was asked for more.</p>}
      {state === 'submitted' && (
        <>
          <p className="text-soft">{waitsFor(page)}</p>
          {mine && <p>You have approved it. It waits for somebody else’s eyes.</p>}
          {!mine && notApprovable && <p>{refusalWords[notApprovable]}</p>}
          {!mine && !notApprovable && (
            <EvidenceNoteForm
              to={paths.evidenceApproval(id)}
              label="What you liked, if you like"
              button="Approve"
              weight="primary"
              required={false}
              round={round}
            />
          )}
          <hr className="border-line" />
          <EvidenceNoteForm
            to={paths.evidenceReturn(id)}
            label="What is missing"
            help={`${person} is told, adds it and submits again. Approvals begin anew then.`}
            button="Ask for more"
            round={round}
          />
        </>
      )}
      {(state === 'submitted' || state === 'returned') && (
        <>
          <hr className="border-line" />
          <Say page={page} summary="Ask or say something" label="A question or a word" button="Comment" />
        </>
      )}
    </Card>
  );
}

type Saying = { page: EvidencePage; summary: string; label: string; button: string };

/** A word that decides nothing, folded away until somebody wants to say one. */
function Say({ page: { id, round }, summary, label, button }: Saying) {
  return (
    <details>
      <summary className="cursor-pointer text-accent">{summary}</summary>
      <div className="mt-3">
        <EvidenceNoteForm to={paths.evidenceComments(id)} label={label} button={button} round={round} />
      </div>
    </details>
  );
}

/** Who will see it, for whoever is about to submit. */
function whoLooks({ needed }: EvidencePage): string {
  const assessors =
    needed.assessors === 1
      ? 'An assessor looks at it: somebody who holds this belt, or an organiser.'
      : `${needed.assessors} assessors look at it: people who hold this belt, or organisers.`;
  return needed.attestations > 0
    ? `${assessors} The colleagues you name see your words, and nobody else sees anything.`
    : `${assessors} Nobody else sees it.`;
}

/** "1 of 2 approvals, by Ilka Sommer." */
function waitsFor({ approvals, needed }: EvidencePage): string {
  const so = `${approvals.length} of ${needed.assessors} approvals`;
  return approvals.length === 0 ? `${so} so far.` : `${so} so far, by ${approvals.join(', ')}.`;
}
