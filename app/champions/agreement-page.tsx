import type { ReactNode } from 'react';

import { Prose } from '#app/ui/markdown.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

import { AgreementFields, type RefusedAnswer } from './agreement-fields.tsx';

/** What a manager is asked: the person, the squad, two possible answers, and why it is worth it. */
export function AgreementPage({
  above,
  to,
  person,
  squad,
  agreed = null,
  why,
  refused,
}: {
  above?: ReactNode;
  to: string;
  person: string;
  squad: string;
  agreed?: number | null;
  why: { heading: string; html: string };
  refused: RefusedAnswer | undefined;
}) {
  return (
    <>
      <PageHead
        above={above}
        title={agreed === null ? `${person} would like to be a champion` : `${person}’s time as champion`}
        lead={`Of ${squad}. You agree how much time it may take.`}
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-label="Your answer">
          <AgreementFields to={to} person={person} agreed={agreed} refused={refused} />
        </Card>
        <section aria-labelledby="why">
          <h2 id="why" className="mb-2 font-serif text-xl font-semibold">
            {why.heading}
          </h2>
          <Prose html={why.html} />
        </section>
      </div>
    </>
  );
}
