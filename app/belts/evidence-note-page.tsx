import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { EvidenceNoteForm } from './evidence-note-form.tsx';

type Props = {
  id: string;
  round: number;
  title: string;
  heading: string;
  form: Omit<Parameters<typeof EvidenceNoteForm>[0], 'round' | 'refused'>;
  /** what was not taken; `because`: things have moved on, so that it has to be thought over */
  answer: { refused: Refused; because: string | null } | undefined;
};

/** A few words by themselves: to be bettered, or to be taken along when they came too late. */
export function EvidenceNotePage({ id, round, title, heading, form, answer }: Props) {
  return (
    <>
      <PageHead above={<Up to={paths.evidence(id)}>{title}</Up>} title={heading} />
      <Card aria-label={heading} className="max-w-3xl space-y-4">
        {answer?.because ? (
          <>
            <Callout tone="warn" title={answer.because} live />
            <TextArea
              label="What you wrote, to take along"
              rows={6}
              readOnly
              defaultValue={answer.refused.values.note}
            />
            <ButtonLink to={paths.evidence(id)} weight="primary">
              Where it stands now
            </ButtonLink>
          </>
        ) : (
          <EvidenceNoteForm {...form} weight="primary" round={round} refused={answer?.refused} />
        )}
      </Card>
    </>
  );
}
