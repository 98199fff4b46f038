import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import type { State } from './meeting.ts';

type Props = { id: string; recording: string | null; state: State; runs: boolean };

/** Where the recording is, with a way to say so for whoever runs the meeting. */
export function RecordingLine({ id, recording, state, runs }: Props) {
  const canSay = runs && (state === 'running' || state === 'ended');
  if (recording === null && !canSay) return null;
  return (
    <p className={`mb-6 ${recording ? '' : 'no-print'}`}>
      {recording && (
        <>
          Recording:{' '}
          <a
            href={recording}
            rel="noopener noreferrer nofollow"
            className="text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
          >
            {recording}
          </a>{' '}
        </>
      )}
      {canSay && (
        <Link to={paths.recording(id)} className="no-print text-sm text-soft underline underline-offset-4">
          {recording ? 'Change it' : 'Add a recording'}
        </Link>
      )}
    </p>
  );
}
