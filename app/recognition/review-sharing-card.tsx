import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';
import { day } from '#app/ui/time.ts';

export type Sharing = {
  readers: { id: string; name: string; sharedAt: number; leftAt: number | null }[];
  /** who manages its person and does not read it yet */
  managers: { id: string; name: string }[];
};

/** Who reads somebody's review, and how they let somebody read it or end that. */
export function ReviewSharingCard({
  id,
  sharing,
  refused,
}: {
  id: string;
  sharing: Sharing;
  refused?: Refused | undefined;
}) {
  const { readers, managers } = sharing;
  return (
    <Card aria-labelledby="sharing" className="space-y-4">
      <h2 id="sharing" className="font-serif text-xl font-semibold">
        Who reads it
      </h2>
      {readers.length === 0 && <p className="text-soft">You alone. Nobody sees it until you share it.</p>}
      {readers.length > 0 && (
        <ul className="divide-y divide-line">
          {readers.map((reader) => (
            <li key={reader.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-medium">{reader.name}</span>{' '}
                <span className="text-sm text-soft">
                  {reader.leftAt === null ? `since ${day(reader.sharedAt)}` : 'has left, and sees nothing'}
                </span>
              </span>
              <Form method="post" action={paths.reviewShareEnding(id, reader.id)}>
                <Button weight="quiet">
                  End<span className="sr-only"> sharing with {reader.name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {managers.map((manager) => (
        <Form key={manager.id} method="post" action={paths.reviewSharing(id)}>
          <input type="hidden" name="manager" value={manager.id} />
          <Button weight="primary" className="w-full">
            Share with {manager.name}, who manages you
          </Button>
        </Form>
      ))}
      <Form method="post" action={paths.reviewSharing(id)} className="space-y-3" key={readers.length}>
        <SuggestingField
          label={managers.length > 0 || readers.length > 0 ? 'Or with somebody else' : 'Share it with'}
          name="person"
          from={paths.personNames()}
          required
          help="Name or e-mail. They see what stands here, but not what is private elsewhere."
          defaultValue={refused?.values.person}
          error={refused?.errors.person}
        />
        <Button>Share</Button>
      </Form>
    </Card>
  );
}
