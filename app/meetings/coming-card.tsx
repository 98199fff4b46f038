import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';

import type { MeetingPage } from './meeting-head.tsx';
import { repliesInWords, ReplyForm } from './reply-form.tsx';

/** Whether one comes, and who else does. */
export function ComingCard({ id, title, mayAnswer, replies, coming, isOver, state }: MeetingPage) {
  return (
    <Card aria-labelledby="coming">
      <h2 id="coming" className="mb-3 font-serif text-xl font-semibold">
        {isOver ? 'Who meant to come' : 'Who comes'}
      </h2>
      {mayAnswer && <ReplyForm {...{ id, title, replies }} back="meeting" />}
      {state === 'skipped' && <p className="text-soft">It does not take place.</p>}
      <p className="mt-3 text-sm text-soft">
        {repliesInWords(replies)}
        {replies.invited > 0 && ` · ${replies.invited} invited`}
      </p>
      {coming.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {coming.map((person) => (
            <li key={person.id}>
              <Link to={paths.person(person.id)} className="underline-offset-4 hover:underline">
                {person.name}
              </Link>
            </li>
          ))}
          {replies.yes > coming.length && <li>and {replies.yes - coming.length} more</li>}
        </ul>
      )}
    </Card>
  );
}
