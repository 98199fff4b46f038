import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';

import { InvolveForm } from './involve-form.tsx';
import { type Part, partWords } from './postmortem.ts';

type Props = {
  refused?: Refused | undefined;
  postmortemId: string;
  people: { personId: string; name: string; part: Part }[];
};

/** Who takes part, with ways to add and to let go. */
export function PeopleCard({ postmortemId, people, refused }: Props) {
  return (
    <Card id="people" aria-labelledby="people-heading" className="scroll-mt-4">
      <h2 id="people-heading" className="mb-3 font-semibold">
        Who takes part
      </h2>
      <ul className="mb-4 space-y-1">
        {people.map(({ personId, name, part }) => (
          <li key={personId} className="flex items-center justify-between gap-2">
            <span>
              {name} <span className="text-sm text-soft">{partWords[part].toLowerCase()}</span>
            </span>
            {part !== 'author' && (
              <Form method="post" action={paths.postmortemPerson(postmortemId, personId)} preventScrollReset>
                <button className="cursor-pointer px-2 py-1 text-sm text-accent hover:underline">
                  Remove<span className="sr-only"> {name}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <InvolveForm postmortemId={postmortemId} refused={refused} />
    </Card>
  );
}
