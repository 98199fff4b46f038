import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Points = {
  heading: string | null;
  points: { key: string; text: string; help: string; done: string | null }[];
}[];

/** The checklist of the first weeks; each point is marked by a button, and open again by another. */
export function OnboardingCard({
  id,
  about,
  groups,
  mayMark,
}: {
  id: string;
  about: string;
  groups: Points;
  mayMark: boolean;
}) {
  const points = groups.flatMap((group) => group.points);
  const done = points.filter((point) => point.done !== null).length;
  return (
    <Card aria-labelledby="onboarding">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="onboarding" className="font-serif text-xl font-semibold">
          Onboarding
        </h2>
        <p className="text-sm text-soft">
          {done} of {points.length} done
        </p>
      </div>
      <p className="mt-1 text-soft">{about}</p>
      {groups.map(({ heading, points: some }) => (
        <section key={heading ?? ''} className="mt-5">
          {heading && <h3 className="mb-1 font-semibold">{heading}</h3>}
          <ul className="divide-y divide-line">
            {some.map((point) => (
              <Point key={point.key} id={id} {...{ point, mayMark }} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function Point({ id, point, mayMark }: { id: string; point: Points[0]['points'][0]; mayMark: boolean }) {
  const { key, text, help, done } = point;
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-medium">
          {done && (
            <span aria-hidden="true" className="mr-1.5 font-bold text-good">
              ✓
            </span>
          )}
          {text}
        </p>
        <p className="text-sm text-soft">{done ? `Done ${done}` : help}</p>
      </div>
      {mayMark && (
        <Form method="post" action={paths.enrolmentMarks(id)} preventScrollReset>
          <input type="hidden" name="key" value={key} />
          {done ? (
            <Button weight="quiet" name="undo" value="yes" aria-label={`Reopen: ${text}`}>
              Reopen
            </Button>
          ) : (
            <Button aria-label={`Done: ${text}`}>Done</Button>
          )}
        </Form>
      )}
    </li>
  );
}
