import { Card } from '#app/ui/page.tsx';

/** What helps while one looks for words. */
export function WhatThanksAreFor({ most }: { most: number }) {
  return (
    <Card aria-labelledby="for">
      <h2 id="for" className="font-serif text-xl font-semibold">
        What thanks are for
      </h2>
      <p className="mt-2">Say what you saw, so that they know it was noticed:</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>“You asked who else has that key, before we shipped it.”</li>
        <li>“You told us of your own slip within the hour, and we could act.”</li>
        <li>“You sat with me until I understood why the check was red.”</li>
      </ul>
      <p className="mt-3 text-sm text-soft">
        There are {most} a month, one for the same person, and none for the people you report to. So each of
        them weighs something. They earn nobody a belt, a point or an award.
      </p>
    </Card>
  );
}
