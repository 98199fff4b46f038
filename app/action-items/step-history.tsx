import { Moment } from '#app/ui/moment.tsx';

const words = {
  opened: 'wrote it',
  imported: 'brought it in with the document',
  accepted: 'accepted it',
  completed: 'marked it as done',
  verified: 'confirmed the fix',
  reopened: 'opened it again',
  dropped: 'dropped it',
  changed: 'changed it',
};

/** What has happened to an item, newest first. */
export function StepHistory({
  steps,
}: {
  steps: { step: keyof typeof words; at: number; by: string; note: string }[];
}) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold">
        What has happened
      </h2>
      <ol className="space-y-3 border-l-2 border-line pl-4">
        {steps.map(({ step, at, by, note }) => (
          <li key={`${step}${at}`}>
            <p>
              {by} {words[step]} <Moment at={at} className="text-sm text-soft" />
            </p>
            {note && <p className="text-soft [overflow-wrap:anywhere] whitespace-pre-wrap">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
