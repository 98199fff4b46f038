import { valueWords } from './figure-words.ts';
import type { Aim, Unit } from './measure.ts';

type Figured = { value: number | null } | null;

/** An aim in words, and whether it is met; `open`: there is no figure to hold against it. */
export type Judged = Aim & { words: string; verdict: 'met' | 'missed' | 'open' };

/** Whether a figure meets an aim. */
export const meets = ({ side, value }: Pick<Aim, 'side' | 'value'>, figure: number): boolean =>
  side === 'at-least' ? figure >= value : figure <= value;

/** Holds a figure against an aim. `lines` say what the aim’s line is called and measured in. */
export function judged(
  aim: Aim,
  figure: Figured,
  lines: readonly { key: string; words: string; unit: Unit }[],
): Judged {
  const line = lines.find(({ key }) => key === aim.line);
  const value = figure?.value ?? null;
  const words = `${line?.words ?? 'Target'}: ${aim.side === 'at-least' ? 'at least' : 'at most'} ${valueWords(aim.value, line?.unit ?? 'count')}`;
  return { ...aim, words, verdict: value === null ? 'open' : meets(aim, value) ? 'met' : 'missed' };
}

export const verdictWords = {
  met: 'On target',
  missed: 'Not on target',
  open: 'Nothing to compare',
} as const;
