import { Moment } from '#app/ui/moment.tsx';

import type { Happening, Level } from './concern.ts';
import { stepWords } from './way.ts';

type Step = {
  number: number;
  step: Happening;
  by: string | null;
  at: number;
  note: string | null;
  level: Level;
  holder: string | null;
};

/** What was said and what happened, oldest first. */
export function Conversation({
  text,
  by,
  at,
  squad,
  steps,
}: {
  text: string;
  by: string;
  at: number;
  squad: string | null;
  steps: Step[];
}) {
  return (
    <ol aria-label="What was said" className="space-y-4">
      <Said by={by} at={at} text={text} raised />
      {steps.map((one) => {
        const { number, step, note } = one;
        if ((step === 'answered' || step === 'replied') && note)
          return <Said key={number} by={one.by ?? ''} at={one.at} text={note} raised={step === 'replied'} />;
        return (
          <li key={number} className="border-l-2 border-line pl-4 text-sm text-soft">
            {stepWords(one, squad)}, <Moment at={one.at} />
            {note && <p className="mt-1 text-ink [overflow-wrap:anywhere] whitespace-pre-wrap">{note}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function Said({ by, at, text, raised }: { by: string; at: number; text: string; raised: boolean }) {
  return (
    <li
      className={`rounded-lg border p-4 sm:p-5 ${raised ? 'border-line bg-surface' : 'border-accent bg-accent-wash'}`}
    >
      <p className="mb-2 text-sm text-soft">
        <span className="font-medium text-ink">{by}</span> <Moment at={at} />
      </p>
      <p className="leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap">{text}</p>
    </li>
  );
}
