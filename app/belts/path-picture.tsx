import { BeltDrawing } from './belt-drawing.tsx';
import { beltStateWords, countMet, type PathBelt } from './path.ts';
import { lineThrough, type Stop, stopsOf } from './path-layout.ts';
import { isHeld } from './belt-state.ts';

type Size = { width: number; height: number; belt: number; bead: number; text: number };
const wide: Size = { width: 840, height: 178, belt: 76, bead: 11, text: 15 };
const narrow: Size = { width: 340, height: 140, belt: 46, bead: 7.5, text: 12.5 };

/** The way through the belts as a picture. All that it says stands in the list below it, too. */
export function PathPicture({ belts }: { belts: PathBelt[] }) {
  const said = belts
    .map(
      (belt) =>
        `${belt.name}: ${beltStateWords[belt.state].toLowerCase()}, ${countMet(belt)} of ${belt.requirements.length} met`,
    )
    .join('; ');
  return (
    <>
      <Picture belts={belts} size={wide} label={said} className="hidden sm:block" />
      <Picture belts={belts} size={narrow} label={said} className="sm:hidden" />
    </>
  );
}

function Picture({
  belts,
  size,
  label,
  className,
}: {
  belts: PathBelt[];
  size: Size;
  label: string;
  className: string;
}) {
  const { width, height } = size;
  const stops = stopsOf(
    belts.map(({ requirements }) => requirements.length),
    size,
  );
  const isMet = ({ belt, requirement }: Stop) => {
    const of = belts[belt]!;
    if (requirement === null) return isHeld(of.state);
    const { state } = of.requirements[requirement]!;
    return state !== 'missing' && state !== 'lapsed';
  };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={`w-full ${className}`}>
      {stops.slice(1).map((to, nth) => {
        const from = stops[nth]!;
        const walked = isMet(from) && isMet(to);
        return (
          <path
            key={to.x}
            d={lineThrough(from, to)}
            fill="none"
            stroke={walked ? 'var(--accent)' : 'var(--line-strong)'}
            strokeWidth={walked ? 3 : 2}
            strokeDasharray={walked ? undefined : '2 6'}
            strokeLinecap="round"
          />
        );
      })}
      {stops
        .filter(({ requirement }) => requirement === null)
        .map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={size.belt * 0.55} fill="var(--surface)" />
        ))}
      {stops.map((stop) =>
        stop.requirement === null ? (
          <Landmark key={stop.x} belt={belts[stop.belt]!} stop={stop} size={size} />
        ) : (
          <Bead
            key={stop.x}
            state={belts[stop.belt]!.requirements[stop.requirement]!.state}
            stop={stop}
            size={size}
          />
        ),
      )}
    </svg>
  );
}

function Landmark({ belt, stop: { x, y }, size }: { belt: PathBelt; stop: Stop; size: Size }) {
  const scale = size.belt / 64;
  const isAhead = belt.state === 'not-yet';
  return (
    <g>
      <g transform={`translate(${x - size.belt / 2} ${y - 20 * scale}) scale(${scale})`}>
        <BeltDrawing belt={belt.key} state={belt.state} />
      </g>
      <text
        x={x}
        y={y + size.belt * 0.4 + size.text * 1.3}
        textAnchor="middle"
        fontSize={size.text}
        fontWeight="600"
        fill={isAhead ? 'var(--ink-soft)' : 'var(--ink)'}
      >
        {belt.name.replace(/ belt$/i, '')}
      </text>
    </g>
  );
}

type BeadState = PathBelt['requirements'][number]['state'];
const beads: Record<BeadState, { fill: string; stroke: string; sign: string; ink: string }> = {
  met: { fill: 'var(--accent)', stroke: 'var(--accent)', sign: '✓', ink: 'var(--on-accent)' },
  due: { fill: 'var(--warn-wash)', stroke: 'var(--warn)', sign: '✓', ink: 'var(--warn)' },
  grace: { fill: 'var(--warn-wash)', stroke: 'var(--warn)', sign: '!', ink: 'var(--warn)' },
  lapsed: { fill: 'var(--surface)', stroke: 'var(--line-strong)', sign: '·', ink: 'var(--ink-soft)' },
  missing: { fill: 'var(--surface)', stroke: 'var(--line-strong)', sign: '', ink: 'var(--ink-soft)' },
};

function Bead({ state, stop: { x, y }, size }: { state: BeadState; stop: Stop; size: Size }) {
  const { fill, stroke, sign, ink } = beads[state];
  return (
    <g>
      <circle cx={x} cy={y} r={size.bead} fill={fill} stroke={stroke} strokeWidth="2" />
      <text
        x={x}
        y={y + size.bead * 0.42}
        textAnchor="middle"
        fontSize={size.bead * 1.2}
        fontWeight="700"
        fill={ink}
      >
        {sign}
      </text>
    </g>
  );
}
