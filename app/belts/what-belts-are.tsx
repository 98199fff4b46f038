import { Card } from '#app/ui/page.tsx';

/** What belts are, for somebody who begins, and what is done with them. */
export function WhatBeltsAre({ graceDays, dueDays }: { graceDays: number; dueDays: number }) {
  return (
    <Card aria-labelledby="what" className="mt-6">
      <h2 id="what" className="font-serif text-xl font-semibold">
        What belts are
      </h2>
      <div className="mt-2 grid gap-4 sm:grid-cols-3">
        <p>
          <strong className="block">They show what you can do.</strong> A belt is yours while what it asks for
          is met. Nobody gives it, and nobody takes it away: it follows from what you did.
        </p>
        <p>
          <strong className="block">They keep fresh.</strong> From {dueDays} days before something ends you
          can renew it, and lose no day by being early. For {graceDays} days after it, the belt still holds. A
          belt that rests is no fault: it comes back with what is open.
        </p>
        <p>
          <strong className="block">They are yours.</strong> You, your manager and organisers see this page.
          Answers to questions are seen by you alone, and there is no ranking.
        </p>
      </div>
    </Card>
  );
}
