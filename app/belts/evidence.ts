export const states = ['draft', 'submitted', 'returned', 'approved', 'withdrawn'] as const;
export type State = (typeof states)[number];
/** equivalent: something from outside that shows the same, such as a certificate */
export type Kind = 'evidence' | 'equivalent';

/** What somebody is to evidence. An attester is a colleague who is asked whether they were there. */
export type Part = 'applicant' | 'assessor' | 'attester';

export const steps = [
  'begun',
  'submitted',
  'recalled',
  'commented',
  'approved',
  'returned',
  'withdrawn',
  'resumed',
] as const;
export type Step = (typeof steps)[number];

/** Evidence as far as its steps are concerned. `approvedBy`: the assessors who approved what was submitted last. */
export type Standing = { state: State; round: number; approvedBy: readonly string[] };

/** Whether it is neither decided nor withdrawn: of one person and requirement there is one such at a time. */
export const isOngoing = (state: State): boolean =>
  state === 'draft' || state === 'submitted' || state === 'returned';

/** Whether its words and files may be changed: what was submitted stays as it is looked at. */
export const isOpen = (state: State): boolean => state === 'draft' || state === 'returned';

/** Whether those who may assess it see it: what nobody submitted, and what was taken back, is its applicant's alone. */
export const isWithAssessors = (state: State): boolean => state !== 'draft' && state !== 'withdrawn';

/** What somebody is to evidence, or null: it is not theirs to see. Colleagues see it while they are asked about it. */
export function partOf(
  { state }: { state: State },
  who: { isApplicant: boolean; isAssessor: boolean; isAsked: boolean },
): Part | null {
  if (who.isApplicant) return 'applicant';
  if (!isWithAssessors(state)) return null;
  if (who.isAssessor) return 'assessor';
  return who.isAsked && state !== 'approved' ? 'attester' : null;
}

/** Each step: in which states, by whom. */
const ways: Record<Exclude<Step, 'begun'>, { from: readonly State[]; by: readonly Part[] }> = {
  submitted: { from: ['draft', 'returned'], by: ['applicant'] },
  recalled: { from: ['submitted'], by: ['applicant'] },
  commented: { from: ['submitted', 'returned'], by: ['applicant', 'assessor'] },
  approved: { from: ['submitted'], by: ['assessor'] },
  returned: { from: ['submitted'], by: ['assessor'] },
  withdrawn: { from: ['draft', 'submitted', 'returned'], by: ['applicant'] },
  resumed: { from: ['withdrawn'], by: ['applicant'] },
};

export type Refusal =
  | 'not-yours'
  | 'not-now'
  | 'already'
  | 'changed'
  | 'unsaid'
  | 'no-end'
  | 'over'
  | 'gone'
  | 'few-named'
  | 'unconfirmed';

/** What a step is judged by, besides where the evidence stands. */
export type Circumstances = {
  /** how many assessors and confirmations it takes, and how many have been named and have confirmed */
  needed: { assessors: number; attestations: number };
  named: number;
  confirmed: number;
  /** whether content/belts.json still asks for it */
  isAskedFor: boolean;
  kind: Kind;
  isSaid: boolean;
  /** of an equivalent: until when it holds, epoch ms */
  until: number | null;
  now: number;
};

/**
 * Takes a step, or says why not. `round` is the submission that an assessor has looked at: an approval of other words is
 * refused as `changed`. Every submission begins a round, and its approvals begin from nothing.
 */
export function take(
  step: Exclude<Step, 'begun'>,
  standing: Standing,
  by: { id: string; part: Part; round?: number | undefined },
  around: Circumstances,
): Standing | { refused: Refusal } {
  const { state, round, approvedBy } = standing;
  const { from, by: parts } = ways[step];
  if (!parts.includes(by.part)) return { refused: 'not-yours' };
  if (!from.includes(state)) return { refused: 'not-now' };
  switch (step) {
    case 'commented':
      return standing;
    case 'submitted': {
      const refused = notReady(around);
      return refused ? { refused } : { state: 'submitted', round: round + 1, approvedBy: [] };
    }
    case 'recalled':
    case 'resumed':
      return { state: 'draft', round, approvedBy: [] };
    case 'withdrawn':
      return { state: 'withdrawn', round, approvedBy: [] };
    case 'returned':
      if (by.round !== undefined && by.round !== round) return { refused: 'changed' };
      return { state: 'returned', round, approvedBy: [] };
    case 'approved': {
      if (by.round !== round) return { refused: 'changed' };
      if (approvedBy.includes(by.id)) return { refused: 'already' };
      const refused = notApprovable(around);
      if (refused) return { refused };
      const all = [...approvedBy, by.id];
      return { state: all.length >= around.needed.assessors ? 'approved' : state, round, approvedBy: all };
    }
  }
}

/** Why evidence cannot be submitted as it is; null when it can. */
export function notReady({
  isAskedFor,
  isSaid,
  kind,
  until,
  now,
  named,
  needed,
}: Circumstances): Refusal | null {
  if (!isAskedFor) return 'gone';
  if (!isSaid) return 'unsaid';
  if (kind === 'equivalent' && until === null) return 'no-end';
  if (kind === 'equivalent' && until! <= now) return 'over';
  return named < needed.attestations ? 'few-named' : null;
}

/** Why evidence cannot be approved yet, whoever looks at it; null when it can. */
export function notApprovable({
  isAskedFor,
  kind,
  until,
  now,
  confirmed,
  needed,
}: Circumstances): Refusal | null {
  if (!isAskedFor) return 'gone';
  if (kind === 'equivalent' && (until === null || until <= now)) return 'over';
  return confirmed < needed.attestations ? 'unconfirmed' : null;
}
