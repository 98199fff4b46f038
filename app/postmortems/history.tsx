import { moment } from '#app/ui/time.ts';

import { type Missing, missingWords } from './postmortem.ts';
import type { Whole } from './whole.server.ts';

const words = {
  drafted: 'started it',
  imported: 'brought it in from a document',
  'sent-to-review': 'sent it to review',
  returned: 'took it back into drafting',
  published: 'published it',
  reopened: 'reopened it',
  'reach-changed': 'changed who it is for',
} satisfies Record<Whole['steps'][number]['step'], string>;

/** Every step of a postmortem, oldest first. */
export function History({ steps }: { steps: Whole['steps'] }) {
  return (
    <ol className="space-y-2 text-sm">
      {steps.map(({ step, at, by, missing, reach }) => (
        <li key={`${step}${at}`}>
          {by} {words[step]}
          {reach && ` (${reach})`}
          <time className="block text-soft">{moment(at)}</time>
          {missing.map((one) => (
            <span key={one} className="block text-warn">
              {missingWords[one as Missing]}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
