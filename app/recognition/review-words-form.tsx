import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/field.tsx';

import { prompts } from './review.ts';

type Written = { id: string; version: number; words: string };

/** The field in which somebody writes of their year, with questions beside it. */
export function ReviewWordsForm({
  id,
  version,
  words,
  refused,
}: Written & { refused?: Refused | undefined }) {
  return (
    <Form method="post" action={paths.reviewWords(id)} className="grid gap-6 lg:grid-cols-[1fr_16rem]">
      <div className="space-y-4">
        <input type="hidden" name="version" value={version} />
        <TextArea
          label="Your year, in your own words"
          name="words"
          rows={16}
          help="Markdown works. Nobody reads it until you share your year."
          defaultValue={refused?.values.words ?? words}
          error={refused?.errors.words ?? refused?.errors.version}
        />
        <div className="flex flex-wrap gap-2">
          <Button weight="primary">Save</Button>
          <ButtonLink to={paths.review(id)} weight="quiet">
            Leave it as it was
          </ButtonLink>
        </div>
      </div>
      <aside aria-labelledby="prompts">
        <h2 id="prompts" className="font-semibold">
          Where one might begin
        </h2>
        <ul className="mt-2 space-y-3 text-soft">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      </aside>
    </Form>
  );
}
