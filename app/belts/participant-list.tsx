import type { ActivityState } from './activity.ts';

type Participant = { id: string; name: string; answer: 'confirmed' | 'declined' | null };

const words = { confirmed: 'confirmed it', declined: 'could not confirm it', none: 'was asked' } as const;

/** Who was named as having taken part in a session, and what they said. */
export function ParticipantList({
  participants,
  needed,
  state,
}: {
  participants: Participant[];
  needed: number;
  state: ActivityState;
}) {
  const confirmed = participants.filter(({ answer }) => answer === 'confirmed').length;
  return (
    <>
      {state === 'waiting' && (
        <p className="mt-1 text-soft">
          {confirmed} of {needed} confirmations so far.
        </p>
      )}
      <ul className="mt-2 divide-y divide-line">
        {participants.map(({ id, name, answer }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>{name}</span>
            <span className="text-sm text-soft">{words[answer ?? 'none']}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
