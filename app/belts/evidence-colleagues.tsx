import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

import { answerWords } from './attestation.ts';
import type { EvidencePage } from './evidence-page.server.ts';

/** Who was there: named by whoever brings the evidence, and asked to confirm it. */
export function EvidenceColleagues({ page, refused }: { page: EvidencePage; refused?: Refused | undefined }) {
  const { id, colleagues, needed, confirmed, state, mayWithdraw, person, part } = page;
  if (needed.attestations === 0) return null;
  return (
    <Card aria-labelledby="colleagues" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="colleagues" className="font-serif text-xl font-semibold">
          Colleagues who were there
        </h2>
        <Badge tone={confirmed >= needed.attestations ? 'good' : 'plain'}>
          {Math.min(confirmed, needed.attestations)} of {needed.attestations} confirmed
        </Badge>
      </div>
      {colleagues.length === 0 && (
        <p className="text-soft">
          {part === 'applicant'
            ? `Name at least ${needed.attestations}. They are asked ${state === 'submitted' ? 'at once' : 'when you submit'}, and see your words, nothing else.`
            : `${person} has named nobody yet.`}
        </p>
      )}
      {colleagues.length > 0 && (
        <ul className="divide-y divide-line">
          {colleagues.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-medium">{one.name}</span>{' '}
                <span className="text-soft">{answerWords[one.standing]}</span>
                {one.isOfBefore && part === 'assessor' && (
                  <span className="block text-sm text-soft">answered before it was submitted anew</span>
                )}
              </span>
              {one.standing === 'named' && part === 'applicant' && (
                <Form method="post" action={paths.evidenceColleague(id, one.id)}>
                  <Button weight="quiet">
                    Remove<span className="sr-only"> {one.name}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWithdraw && (
        <Form
          method="post"
          action={paths.evidenceColleagues(id)}
          className="space-y-3"
          key={colleagues.length}
        >
          <SuggestingField
            label="Name a colleague"
            name="person"
            from={paths.personNames()}
            required
            help="Name or e-mail"
            defaultValue={refused?.values.person}
            error={refused?.errors.person}
          />
          <Button>{state === 'submitted' ? 'Ask them' : 'Add'}</Button>
        </Form>
      )}
    </Card>
  );
}
