import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';

import type { Step } from './action-item.ts';

const forms: Record<
  Step,
  { to: (id: string) => string; button: string; ask?: { label: string; help: string; required?: boolean } }
> = {
  accepted: { to: paths.actionItemAcceptance, button: 'Accept it' },
  completed: {
    to: paths.actionItemCompletion,
    button: 'Mark as done',
    ask: { label: 'What was done', help: 'A link to the change helps whoever verifies it. May stay empty.' },
  },
  verified: {
    to: paths.actionItemVerification,
    button: 'Confirm the fix',
    ask: { label: 'How do you know that it works?', help: 'A link, a test, what you saw.', required: true },
  },
  reopened: {
    to: paths.actionItemReopening,
    button: 'Open it again',
    ask: { label: 'Why', help: 'May stay empty.' },
  },
  dropped: {
    to: paths.actionItemDropping,
    button: 'Drop it',
    ask: { label: 'Why we are not doing this', help: 'For whoever finds it later.', required: true },
  },
};

/** One form a step, the likeliest first; those that ask for words open on demand. */
export function StepForms({ id, steps }: { id: string; steps: Step[] }) {
  return (
    <div className="space-y-3">
      {steps.map((step) => {
        const { to, button, ask } = forms[step];
        const form = (
          <Form method="post" action={to(id)} className="space-y-3">
            {ask && (
              <TextArea label={ask.label} name="note" rows={2} required={ask.required} help={ask.help} />
            )}
            <Button weight={step === 'dropped' || step === 'reopened' ? 'plain' : 'primary'}>{button}</Button>
          </Form>
        );
        if (!ask || step === 'completed' || step === 'verified') return <div key={step}>{form}</div>;
        return (
          <details key={step}>
            <summary className="py-1 text-sm text-accent">{button} …</summary>
            <div className="mt-2">{form}</div>
          </details>
        );
      })}
    </div>
  );
}
