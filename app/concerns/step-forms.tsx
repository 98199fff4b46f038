import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';

import type { Step } from './concern.ts';
import { ArticleFields } from './article-fields.tsx';
import type { StepRefused } from './step-action.server.ts';

const forms: Record<
  Step,
  { to: (id: string) => string; summary?: string; label: string; help?: string; button: string; rows: number }
> = {
  answered: {
    to: paths.concernAnswer,
    label: 'Your answer',
    help: 'Thank them first: saying it was the hard part.',
    button: 'Answer',
    rows: 5,
  },
  replied: {
    to: paths.concernReply,
    label: 'Add something, or ask back',
    button: 'Send',
    rows: 4,
  },
  'passed-up': {
    to: paths.concernEscalation,
    summary: 'Pass it one step up',
    label: 'A note for whoever has it next',
    help: 'Whoever raised it reads the note too. You go on seeing how it goes.',
    button: 'Pass it up',
    rows: 3,
  },
  closed: {
    to: paths.concernClosing,
    summary: 'Close it, with what was learned',
    label: 'A last word',
    help: 'For those who see this concern. May stay empty.',
    button: 'Close it',
    rows: 2,
  },
  reopened: {
    to: paths.concernReopening,
    summary: 'Open it again',
    label: 'Why',
    help: 'May stay empty.',
    button: 'Open it again',
    rows: 2,
  },
};

type Props = { id: string; seen: number; steps: Step[]; refused: StepRefused | undefined };

/** One form for each step, the likeliest first; the others open on demand. */
export function StepForms({ id, seen, steps, refused }: Props) {
  return (
    <div className="space-y-3">
      {steps.map((step) => {
        const { to, summary, label, help, button, rows } = forms[step];
        const mine = refused?.step === step ? refused : undefined;
        const form = (
          <Form method="post" action={to(id)} className="space-y-4">
            <input type="hidden" name="seen" value={seen} />
            <TextArea
              key={`${seen}${mine ? 'refused' : ''}`}
              label={label}
              name="note"
              rows={rows}
              help={help}
              required={['answered', 'replied', 'passed-up'].includes(step)}
              defaultValue={mine?.values.note}
              error={mine?.errors.note}
            />
            {step === 'closed' && <ArticleFields refused={mine} />}
            <Button weight={summary ? 'plain' : 'primary'}>{button}</Button>
          </Form>
        );
        if (!summary) return <div key={step}>{form}</div>;
        return (
          <details key={step} open={mine !== undefined}>
            <summary className="py-1 text-sm text-accent">{summary} …</summary>
            <div className="mt-3">{form}</div>
          </details>
        );
      })}
    </div>
  );
}
