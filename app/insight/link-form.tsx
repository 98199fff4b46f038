import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';

import type { Choices } from './link-choices.server.ts';

type Props = {
  postmortemId: string;
  choices: Choices;
  refused: { errors: { module?: string; question?: string }; values: Record<string, string> } | null;
};

/** Says where something is taught: the lesson first, then the whole of it or one of its questions by its words. */
export function LinkForm({ postmortemId, choices: { modules, chosen }, refused }: Props) {
  const module = refused?.values['module'] ?? chosen?.key ?? '';
  return (
    <div className="space-y-5">
      <Form method="get" action={paths.postmortemLoop(postmortemId)} className="space-y-3">
        <Select
          key={module}
          label="Lesson"
          name="module"
          defaultValue={module}
          error={refused?.errors.module}
        >
          <option value="">Choose a lesson</option>
          {modules.map(({ key, title, belt }) => (
            <option key={key} value={key}>
              {title} ({belt})
            </option>
          ))}
        </Select>
        <Button>{chosen ? 'Choose another lesson' : 'Go on'}</Button>
      </Form>
      {chosen && (
        <Form method="post" action={paths.postmortemLessons(postmortemId)} className="space-y-3">
          <input type="hidden" name="module" value={chosen.key} />
          <Select
            key={chosen.key}
            label={`What of “${chosen.title}”`}
            name="question"
            defaultValue={refused?.values['question'] ?? ''}
            error={refused?.errors.question}
          >
            <option value="">The whole lesson</option>
            {chosen.questions.map(({ key, prompt }) => (
              <option key={key} value={key}>
                {prompt}
              </option>
            ))}
          </Select>
          <Button weight="primary">Link it</Button>
        </Form>
      )}
    </div>
  );
}
