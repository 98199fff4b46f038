import { Form, Link } from '@remix-run/react';

import { shortly } from '#app/calendars/when.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Snippet } from '#app/ui/snippet.tsx';

import type { FoundMeeting } from './search.server.ts';

/** Looks through the minutes that were sent; `found` is null where nobody has asked. */
export function SearchMeetings({ query, found }: { query: string; found: FoundMeeting[] | null }) {
  return (
    <div className="mb-8">
      <search className="block max-w-xl">
        <Form className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField label="What was said?" type="search" name="q" defaultValue={query} key={query} />
          </div>
          <Button>Search minutes</Button>
        </Form>
      </search>
      {found && (
        <section aria-labelledby="found" className="mt-6 max-w-3xl">
          <h2 id="found" className="font-serif text-xl font-semibold">
            {found.length === 0 ? `No minutes hold “${query}”` : `Minutes with “${query}”`}
          </h2>
          {found.length === 0 ? (
            <p className="mt-1 text-soft">
              Try fewer words. Minutes are found once they were sent, by what everyone may read of them.{' '}
              <Link to={paths.meetings()} className="text-accent underline underline-offset-4">
                All meetings
              </Link>
            </p>
          ) : (
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {found.map(({ id, title, startsAt, timezone, snippet }) => (
                <li key={id} className="py-3">
                  <Link
                    to={paths.meetingMinutes(id)}
                    className="font-medium underline-offset-4 hover:underline"
                  >
                    {title}
                  </Link>{' '}
                  <span className="text-sm text-soft">{shortly(startsAt, timezone)}</span>
                  {snippet && <Snippet text={snippet} />}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}
