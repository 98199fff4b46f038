import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';

import { Callout } from '#app/ui/callout.tsx';

type Article = { id: string; question: string; answer: string };

/** What the library says to something like it, before it is sent. */
export function Answered({ articles, back }: { articles: Article[]; back: string }) {
  // It stands above what was just sent from below.
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), [articles]);
  return (
    <div ref={top} tabIndex={-1}>
      <Callout tone="accent" title="Has this been answered?" live>
        <p>Somebody asked something like it before. What you wrote is below, and is not sent yet.</p>
        <div className="mt-3 space-y-2">
          {articles.map(({ id, question, answer }, at) => (
            <details key={id} open={at === 0} className="rounded-md border border-line bg-surface px-4 py-3">
              <summary className="font-medium [overflow-wrap:anywhere]">{question}</summary>
              <p className="mt-2 [overflow-wrap:anywhere] whitespace-pre-wrap">{answer}</p>
            </details>
          ))}
        </div>
        <p className="mt-3">
          <Link to={back} className="text-accent underline underline-offset-4">
            That answers it
          </Link>
        </p>
      </Callout>
    </div>
  );
}
