import { Moment } from '#app/ui/moment.tsx';

import { type Missing, missingWords, partWords, reachWords } from './postmortem.ts';
import type { Whole } from './whole.server.ts';

const words = {
  drafted: 'started it',
  imported: 'brought it in from a document',
  'sent-to-review': 'sent it to review',
  returned: 'took it back into drafting',
  published: 'published it',
  reopened: 'reopened it',
  'reach-changed': 'changed who it is for',
  involved: 'added',
  released: 'removed',
} satisfies Record<Whole['steps'][number]['step'], string>;

/** Every step of a postmortem, oldest first. */
export function History({ steps }: { steps: Whole['steps'] }) {
  return (
    <ol className="space-y-2 text-sm">
      {steps.map(({ step, at, by, about, part, missing, reach }) => (
        <li key={`${step}${at}${about}`}>
          {by} {words[step]}
          {about && ` ${about}`}
          {part && ` as ${partWords[part].toLowerCase()}`}
          {reach && `: ${reachWords[reach]}`}
          <Moment at={at} className="block text-soft" />
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
