import { Form, Link } from '@remix-run/react';

import { type State, stateWords } from '#app/champions/enrolment.ts';
import { monthWords } from '#app/champions/hours.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

export type Part = {
  id: string;
  squad: string;
  state: State;
  next: string | null;
  missing: { key: string; text: string }[];
  /** the month whose hours are not told yet, "2026-03" */
  hoursToTell: string | null;
};

/** What somebody is as a champion, and the next thing to do about it; or what it would be to become one. */
export function ChampionCard({ parts }: { parts: Part[] }) {
  return (
    <Card aria-labelledby="champion">
      <h2 id="champion" className="font-serif text-xl font-semibold">
        {parts.length === 0 ? 'Would you like to be a champion?' : 'You as a champion'}
      </h2>
      {parts.length === 0 ? (
        <>
          <p className="mt-2 mb-4 text-soft">
            A squad’s voice for security: a few hours a month that your manager agrees to, and people to learn
            it with.
          </p>
          <ButtonLink to={paths.application()}>What it is, and how to begin</ButtonLink>
        </>
      ) : (
        <ul className="divide-y divide-line">
          {parts.map((part) => (
            <li key={part.id} className="grid gap-3 py-3">
              <p className="flex flex-wrap items-center justify-between gap-3">
                <Link to={paths.enrolment(part.id)} className="font-medium hover:underline">
                  {part.squad}
                </Link>
                <Badge tone={part.state === 'active' ? 'good' : 'accent'}>{stateWords[part.state]}</Badge>
              </p>
              {part.next && <p className="text-soft">{part.next}</p>}
              {part.missing[0] && <p className="text-sm">Next: {part.missing[0].text}</p>}
              {part.hoursToTell && <Hours id={part.id} month={part.hoursToTell} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Hours({ id, month }: { id: string; month: string }) {
  return (
    <Form
      method="post"
      action={paths.enrolmentHours(id)}
      className="grid grid-cols-[6rem_1fr_auto] items-end gap-2 rounded-md bg-sunken p-3"
    >
      <input type="hidden" name="month" value={month} />
      <TextField label="Hours" name="hours" inputMode="decimal" required autoComplete="off" />
      <TextField label={`in ${monthWords(month)}, and a word`} name="word" autoComplete="off" />
      <Button>Tell</Button>
    </Form>
  );
}
