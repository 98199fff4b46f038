import type { Requirement } from './rules.ts';

/** What somebody can do for a requirement. */
export type NextStep =
  | { do: 'read' | 'pass'; module: string }
  | { do: 'show'; requirement: string }
  | { do: 'lead' }
  | { do: 'mentor'; belt: string }
  | { do: 'attend' };

/** The next step for a requirement in this state; null while nothing is to be done. */
export function nextStep(
  asked: Requirement,
  state: 'missing' | 'met' | 'due' | 'grace' | 'lapsed',
  { read }: { read: number | null },
): NextStep | null {
  if (state === 'met') return null;
  if (asked.kind === 'module') return { do: read === null ? 'read' : 'pass', module: asked.module };
  if (asked.kind === 'evidence') return { do: 'show', requirement: asked.id };
  if (asked.activity === 'attendance') return { do: 'attend' };
  return asked.activity === 'mentored' ? { do: 'mentor', belt: asked.belt ?? '' } : { do: 'lead' };
}
