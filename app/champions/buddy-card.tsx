import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

type Meeting = { key: string; week: number; due: string; done: string | null; late: boolean };
type Shown = {
  id: string;
  buddy: string | null;
  meetings: Meeting[];
  /** whoever could be asked, where the person may choose */
  candidates: { id: string; name: string; email: string }[] | null;
  search: string;
  mayMark: boolean;
  part: string;
};

/** The buddy of the first three months: who it is, and when the two meet. */
export function BuddyCard({ id, buddy, meetings, candidates, search, mayMark, part }: Shown) {
  return (
    <Card aria-labelledby="buddy" className="space-y-4">
      <h2 id="buddy" className="font-serif text-xl font-semibold">
        Buddy
      </h2>
      {buddy ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-medium">{buddy}</p>
          {mayMark && (
            <Form method="post" action={paths.enrolmentBuddy(id)}>
              <Button weight="quiet">{part === 'buddy' ? 'I cannot be the buddy' : 'End the pairing'}</Button>
            </Form>
          )}
        </div>
      ) : (
        <p className="text-soft">Somebody to ask anything in the first three months. Nobody is chosen yet.</p>
      )}
      {candidates && !buddy && <Choose {...{ id, candidates, search }} />}
      {meetings.length > 0 && (
        <div>
          <h3 className="font-semibold">When the two meet</h3>
          <ul className="mt-1 divide-y divide-line">
            {meetings.map(({ key, week, due, done, late }) => (
              <li key={key} className="flex min-h-12 items-center justify-between gap-3 py-1.5">
                <p className="text-sm">
                  Week {week} <span className="text-soft">{done ? `· met ${done}` : `· around ${due}`}</span>{' '}
                  {late && !done && <Badge tone="warn">Time to meet</Badge>}
                </p>
                {mayMark && (
                  <Form method="post" action={paths.enrolmentMarks(id)} preventScrollReset>
                    <input type="hidden" name="key" value={key} />
                    {done ? (
                      <Button weight="quiet" name="undo" value="yes" aria-label={`Undo: week ${week}`}>
                        Undo
                      </Button>
                    ) : (
                      <Button
                        weight="quiet"
                        className="whitespace-nowrap"
                        aria-label={`Week ${week}: we met`}
                      >
                        We met
                      </Button>
                    )}
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function Choose({
  id,
  candidates,
  search,
}: Pick<Shown, 'id' | 'search'> & { candidates: NonNullable<Shown['candidates']> }) {
  return (
    <div className="space-y-3">
      <search className="block">
        <Form className="flex items-end gap-2" preventScrollReset>
          <div className="min-w-0 flex-1">
            <TextField
              label="A champion or organiser"
              type="search"
              name="buddy"
              defaultValue={search}
              key={search}
            />
          </div>
          <Button>Find</Button>
        </Form>
      </search>
      {candidates.length === 0 ? (
        <p className="text-sm text-soft">
          {search
            ? `Nobody is found by “${search}”.`
            : 'There is no other champion yet. An organiser will do as well.'}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {candidates.map(({ id: personId, name, email }) => (
            <li key={personId} className="flex items-center justify-between gap-3 py-2">
              <div className="min-w-0">
                <p className="font-medium">{name}</p>
                <p className="text-sm [overflow-wrap:anywhere] text-soft">{email}</p>
              </div>
              <Form method="post" action={paths.enrolmentBuddy(id)}>
                <Button name="buddy" value={personId} aria-label={`Ask ${name}`}>
                  Ask
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
