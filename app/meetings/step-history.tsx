import { Moment } from '#app/ui/moment.tsx';

import type { stepsOf } from './steps.server.ts';

type Step = Awaited<ReturnType<typeof stepsOf>>[number];

const words: Record<Step['step'], [byPerson: string, byItself: string]> = {
  planned: ['planned it', 'Planned, as its series has it'],
  changed: ['changed it', 'Changed'],
  invited: ['sent invitations', 'Invitations went out'],
  moved: ['moved it', 'Moved'],
  skipped: ['skipped it', 'Skipped'],
  restored: ['let it take place after all', 'It takes place after all'],
  started: ['began it', 'Begun'],
  ended: ['ended it', 'Ended'],
  resumed: ['went on with it', 'Went on'],
  'minutes-sent': ['sent the minutes', 'The minutes went out'],
  'minutes-changed': ['changed the minutes', 'The minutes changed'],
  'recording-added': ['saw to the recording', 'The recording was seen to'],
};

/** What happened to a meeting, oldest first. */
export function StepHistory({ steps }: { steps: Step[] }) {
  return (
    <ol className="space-y-2 text-sm">
      {steps.map(({ id, step, at, by, note }) => (
        <li key={id}>
          {by ? `${by} ${words[step][0]}` : words[step][1]}
          {note && `: ${note}`}
          <Moment at={at} className="block text-soft" />
        </li>
      ))}
    </ol>
  );
}
