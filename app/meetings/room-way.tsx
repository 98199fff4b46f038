import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';

/** The way into the room: while a meeting runs the one thing its page is for. */
export function RoomWay({ id, state }: { id: string; state: 'planned' | 'skipped' | 'running' | 'ended' }) {
  if (state === 'skipped') return null;
  if (state !== 'running')
    return (
      <p className="mb-6">
        <ButtonLink to={paths.room(id)}>
          {state === 'planned' ? 'Open the room' : 'Notes and decisions'}
        </ButtonLink>
      </p>
    );
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-4 rounded-lg border border-accent bg-accent-wash p-5">
      <p className="font-serif text-xl font-semibold">It is running now</p>
      <ButtonLink to={paths.room(id)} weight="primary">
        Go into the room
      </ButtonLink>
    </div>
  );
}
