import { Prose } from '#app/ui/markdown.tsx';
import { Moment } from '#app/ui/moment.tsx';

import type { EvidencePage } from './evidence-page.server.ts';
import { stepWords } from './evidence-words.ts';

/** What happened to evidence and what was said of it, oldest first. */
export function EvidenceConversation({ history }: { history: EvidencePage['history'] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 font-serif text-xl font-semibold">
        What has happened
      </h2>
      <ol className="space-y-4">
        {history.map(({ id, step, by, at, html, isApplicant }) => (
          <li key={id} className="border-l-2 border-line pl-4">
            <p className="text-sm text-soft">
              <span className="font-medium text-ink">{by}</span> {stepWords[step]} <Moment at={at} />
            </p>
            {html && (
              <div
                className={`mt-2 rounded-lg border p-4 ${isApplicant ? 'border-line bg-surface' : 'border-accent bg-accent-wash'}`}
              >
                <Prose html={html} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
