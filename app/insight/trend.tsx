import { useId } from 'react';

import { monthShort } from './month-words.ts';
import { valueWords } from './figure-words.ts';
import type { Line, Told } from './report.ts';
import { type Drawn, HEIGHT, trendOf, WIDTH } from './trend.ts';

/** Dashes tell lines apart where colours do not. */
const looks = [
  { stroke: 'stroke-accent', fill: 'fill-accent', dash: undefined },
  { stroke: 'stroke-warn', fill: 'fill-warn', dash: '6 4' },
];

/** The lines of a measure that are drawn, with its target where it has one for the first. */
export function MeasureTrend({ measure, running }: { measure: Told; running: string }) {
  const lines = measure.lines.filter(({ key }) => measure.drawn.includes(key));
  const aims = measure.aims.filter(({ line }) => measure.drawn.includes(line));
  // Of two targets in one picture nobody could say which line each is for.
  const aim = aims.length === 1 ? aims[0]!.value : null;
  return (
    <Trend
      title={`${measure.name}, thirteen months`}
      isState={measure.about !== 'month'}
      {...{ lines, aim, running }}
    />
  );
}

/** Thirteen months as lines; the table beside it says the same. A ring is the month that is not over yet. */
function Trend({
  title,
  lines,
  aim,
  running,
  isState,
}: {
  title: string;
  lines: Line[];
  aim: number | null;
  running: string;
  isState: boolean;
}) {
  const id = useId();
  const trend = trendOf(lines, aim, running);
  if (!trend)
    return <p className="text-sm text-soft">A trend shows once there is more than one month to draw.</p>;
  const { unit } = lines[0]!;
  const [first, last] = [trend.months[0]!, trend.months.at(-1)!];
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="block h-auto w-full max-w-2xl"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{trend.description}</desc>
        {[trend.base, trend.top.y].map((y) => (
          <line key={y} x1="44" x2={WIDTH} y1={y} y2={y} className="stroke-line" />
        ))}
        <text x="38" y={trend.base + 4} textAnchor="end" fontSize="13" className="fill-soft">
          0
        </text>
        <text x="38" y={trend.top.y + 4} textAnchor="end" fontSize="13" className="fill-soft">
          {unit === 'share' ? valueWords(trend.top.value, unit) : trend.top.value.toLocaleString('en')}
        </text>
        {trend.aim && (
          <>
            <line
              x1="44"
              x2={WIDTH}
              y1={trend.aim.y}
              y2={trend.aim.y}
              strokeDasharray="2 4"
              className="stroke-ink"
            />
            <text x={WIDTH} y={trend.aim.y - 4} textAnchor="end" fontSize="13" className="fill-soft">
              target
            </text>
          </>
        )}
        {trend.drawn.map((drawn, at) => (
          <OneLine key={drawn.key} drawn={drawn} look={looks[at % looks.length]!} />
        ))}
        <text x={first.x} y={HEIGHT - 8} fontSize="13" className="fill-soft">
          {monthShort(first.month)}
        </text>
        <text x={last.x} y={HEIGHT - 8} textAnchor="end" fontSize="13" className="fill-soft">
          {monthShort(last.month)}
          {last.month === running && (isState ? ', now' : ', so far')}
        </text>
      </svg>
      {trend.drawn.length > 1 && <Legend drawn={trend.drawn} />}
    </figure>
  );
}

function OneLine({ drawn: { dots, parts }, look }: { drawn: Drawn; look: (typeof looks)[number] }) {
  return (
    <g>
      {parts.map((points) => (
        <polyline
          key={points}
          points={points}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeDasharray={look.dash}
          className={look.stroke}
        />
      ))}
      {dots.map(({ x, y, month, isRunning }) => (
        <circle
          key={month}
          cx={x}
          cy={y}
          r={isRunning ? 4 : 3}
          strokeWidth="2"
          className={isRunning ? `${look.stroke} fill-surface` : look.fill}
        />
      ))}
    </g>
  );
}

function Legend({ drawn }: { drawn: Drawn[] }) {
  return (
    <figcaption>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
        {drawn.map(({ key, words }, at) => {
          const look = looks[at % looks.length]!;
          return (
            <li key={key} className="flex items-center gap-2">
              <svg width="28" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="28"
                  y1="4"
                  y2="4"
                  strokeWidth="2"
                  strokeDasharray={look.dash}
                  className={look.stroke}
                />
              </svg>
              {words}
            </li>
          );
        })}
      </ul>
    </figcaption>
  );
}
