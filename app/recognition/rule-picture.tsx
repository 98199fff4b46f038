const steps = [
  ['Something happened', 'a fact, in its own room'],
  ['A rule knows it', 'with a cap, for everybody'],
  ['It is yours', 'and yours alone'],
  ['You may show it', 'on the wall, or not'],
] as const;

/** The way from what happened to the wall. The page says the same in words. */
export function RulePicture() {
  return (
    <ol aria-label="How something comes to be recognised" className="grid gap-x-3 gap-y-4 sm:grid-cols-4">
      {steps.map(([title, words], nth) => (
        <li key={title} className="flex items-center gap-3 sm:block sm:text-center">
          <svg viewBox="72 0 56 56" aria-hidden="true" className="size-12 shrink-0 sm:mx-auto sm:size-14">
            <circle
              cx="100"
              cy="28"
              r="25"
              fill="var(--accent-wash)"
              stroke="var(--accent)"
              strokeWidth="2"
            />
            <g
              fill="none"
              stroke="var(--accent)"
              strokeWidth="3"
              strokeLinecap="round"
              strokeLinejoin="round"
            >
              <path d={drawings[nth]} />
            </g>
          </svg>
          <div>
            <p className="font-medium sm:mt-2">{title}</p>
            <p className="text-sm text-soft">{words}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** a leaf of paper with a tick; a list; a star; a frame on a wall */
const drawings = [
  'M90 14h20v28h-20z M94 28l4 5 8-10',
  'M90 18h20 M90 28h20 M90 38h12',
  'M100 14l4.2 9 9.8 1.2-7.2 6.8 1.9 9.8-8.7-4.9-8.7 4.9 1.9-9.8-7.2-6.8 9.8-1.2z',
  'M84 22h32v20H84z M84 22l16-9 16 9 M93 35l6-6 5 5 4-4 5 5',
];
