import { type ItemState, type Sum, sumWords, tooMany } from './agenda.ts';

type Props = {
  sum: Sum;
  items: readonly { id: string; minutes: number; state: ItemState }[];
  /** minutes of what is not for everyone, for whoever runs the meeting and sees it */
  restricted: number;
};

const WIDTH = 600;
const GAP = 2;

/** The minutes of an agenda against those of its meeting, drawn and in words. Too many is said, and forbids nothing. */
export function AgendaBar({ sum, items, restricted }: Props) {
  const isOver = tooMany(sum) > 0;
  const scale = WIDTH / Math.max(sum.minutes, sum.length, 1);
  const blocks = blocksOf(items.filter(({ state }) => state !== 'carried'));
  return (
    <div>
      <p
        className={`font-medium tabular-nums ${isOver ? 'text-warn' : ''}`}
        role={isOver ? 'status' : undefined}
      >
        {sumWords(sum)}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} 18`}
        aria-hidden="true"
        className="mt-2 block h-4.5 w-full"
        preserveAspectRatio="none"
      >
        <rect y="3" width={sum.length * scale} height="12" rx="3" fill="var(--sunken)" />
        {blocks.map((block) => (
          <Block key={block.id} {...block} length={sum.length} scale={scale} />
        ))}
        {isOver && <rect x={sum.length * scale - 1.5} width="3" height="18" fill="var(--ink)" />}
      </svg>
      {isOver && (
        <p className="mt-1 text-sm text-soft">
          The line is where the hour ends. What is not reached is carried to the next meeting.
        </p>
      )}
      {restricted > 0 && (
        <p className="mt-1 text-sm text-soft">
          {restricted} of these minutes are not for everyone: others see the agenda without them.
        </p>
      )}
    </div>
  );
}

/** From which minute to which each item takes, one after the other. */
const blocksOf = (items: readonly { id: string; minutes: number }[]) =>
  items.reduce<{ id: string; from: number; until: number }[]>((blocks, { id, minutes }) => {
    const from = blocks.at(-1)?.until ?? 0;
    return [...blocks, { id, from, until: from + minutes }];
  }, []);

/** One item; what lies behind the meeting's end has another colour. */
function Block({
  from,
  until,
  length,
  scale,
}: {
  from: number;
  until: number;
  length: number;
  scale: number;
}) {
  const within = Math.max(0, Math.min(until, length) - from);
  const beyond = Math.max(0, until - Math.max(from, length));
  return (
    <>
      {within > 0 && (
        <rect
          x={from * scale}
          y="3"
          width={Math.max(1, within * scale - GAP)}
          height="12"
          rx="3"
          fill="var(--accent)"
        />
      )}
      {beyond > 0 && (
        <rect
          x={Math.max(from, length) * scale}
          y="3"
          width={Math.max(1, beyond * scale - GAP)}
          height="12"
          rx="3"
          fill="var(--warn)"
        />
      )}
    </>
  );
}
