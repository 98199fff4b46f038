import type { BeltState } from './belt-state.ts';

/** Cloth and its shade, by the key of the belt; others are of the house's colour. */
const cloths: Record<string, [string, string]> = {
  white: ['#fbfaf5', '#dcd8cb'],
  yellow: ['#f0cf57', '#cfa92c'],
  orange: ['#ea9a4b', '#c5742a'],
  green: ['#3f8f5b', '#2b6b42'],
  blue: ['#3f77b5', '#2b588d'],
  brown: ['#8a5a3c', '#674029'],
  black: ['#2b2f33', '#14171a'],
};

const TAILS = ['M28 17 L17 40 L24.5 42.5 L33 20 Z', 'M36 17 L47 40 L39.5 42.5 L31 20 Z'];

/** A belt as it is tied, 64 wide and 44 high: of cloth when it is held, an outline when it is ahead. */
export function BeltDrawing({ belt, state }: { belt: string; state: BeltState }) {
  const [cloth, shade] = cloths[belt] ?? ['var(--accent)', 'var(--accent-strong)'];
  const look =
    state === 'not-yet'
      ? { fill: 'var(--surface)', stroke: 'var(--line-strong)', strokeDasharray: '3 3' }
      : { fill: cloth, stroke: 'var(--line-strong)', fillOpacity: state === 'lapsed' ? 0.35 : 1 };
  const knot = state === 'not-yet' ? look : { ...look, fill: shade };
  return (
    <g strokeWidth="1.2" strokeLinejoin="round">
      {TAILS.map((d) => (
        <path key={d} d={d} {...look} />
      ))}
      <rect x="1" y="8" width="62" height="11" rx="3" {...look} />
      <path d="M26 6 H38 L41 13.5 L37 22 H27 L23 13.5 Z" {...knot} />
    </g>
  );
}

/** The same by itself, beside words that say which it is. */
export function BeltSign({
  belt,
  state,
  className = 'h-9 w-13',
}: {
  belt: string;
  state: BeltState;
  className?: string;
}) {
  return (
    <svg viewBox="0 0 64 46" aria-hidden="true" className={`shrink-0 ${className}`}>
      <BeltDrawing belt={belt} state={state} />
    </svg>
  );
}
