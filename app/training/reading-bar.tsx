import type { Progress } from './reading.ts';

/** How far somebody is in a lesson: words, and a bar that says the same. */
export function ReadingBar({ progress: { read, of, percent } }: { progress: Progress }) {
  return (
    <div>
      <p className="mb-1 text-sm text-soft">
        {read} of {of} {of === 1 ? 'part' : 'parts'} read
      </p>
      <svg width="100%" height="6" aria-hidden="true" className="block">
        <rect width="100%" height="6" rx="3" className="fill-sunken" />
        {percent > 0 && <rect width={`${percent}%`} height="6" rx="3" className="fill-accent" />}
      </svg>
    </div>
  );
}
