import type { Audience } from '#app/audiences/audience.ts';

/** characters */
export const MOST_TITLE = 300;

export const kinds = ['incident', 'near-miss'] as const;
export type Kind = (typeof kinds)[number];
export const kindWords: Record<Kind, string> = { incident: 'Incident', 'near-miss': 'Near miss' };

export type State = 'draft' | 'in-review' | 'published';
export const stateWords: Record<State, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
};

export const reaches = ['everyone', 'squads', 'people', 'private'] as const;
export type Reach = (typeof reaches)[number];
export const reachWords: Record<Reach, string> = {
  everyone: 'everyone here',
  squads: 'chosen squads',
  people: 'the people named',
  private: 'private',
};

export const parts = ['author', 'participant', 'reviewer', 'reader'] as const;
export type Part = (typeof parts)[number];
export const partWords: Record<Part, string> = {
  author: 'Author',
  participant: 'Participant',
  reviewer: 'Reviewer',
  reader: 'Reader',
};

type Involved = { personId: string; part: Part };

/**
 * Who sees a postmortem as it stands. Draft: its author and participants; in review, its reviewers too; published,
 * those it is meant for. Private: the people on its list, and nobody else at any time.
 */
export function audienceOf(postmortem: {
  state: State;
  reach: Reach;
  people: Involved[];
  squads: string[];
}): Audience {
  const { state, reach, people, squads } = postmortem;
  const named = (...wanted: Part[]) =>
    people.filter(({ part }) => wanted.includes(part)).map(({ personId }) => personId);
  if (reach === 'private' || (state === 'published' && reach === 'people')) {
    return { scope: 'people', people: named(...parts), squads: [] };
  }
  if (state === 'published') {
    return reach === 'everyone'
      ? { scope: 'everyone', people: [], squads: [] }
      : { scope: 'squads', people: named(...parts), squads };
  }
  const early: Part[] =
    state === 'in-review' ? ['author', 'participant', 'reviewer'] : ['author', 'participant'];
  return { scope: 'people', people: named(...early), squads: [] };
}

/** Whether somebody with this part may change what it says: until it is published, author and participants. */
export const mayEdit = (state: State, part: Part | null): boolean =>
  state !== 'published' && (part === 'author' || part === 'participant');

/** Whether somebody with this part may say who takes part and who it is for, whatever its state. */
export const mayArrange = (part: Part | null): boolean => part === 'author' || part === 'participant';

const leads = {
  'sent-to-review': { from: ['draft'], to: 'in-review', by: ['author', 'participant'] },
  returned: { from: ['in-review'], to: 'draft', by: ['author', 'participant', 'reviewer'] },
  published: { from: ['draft', 'in-review'], to: 'published', by: ['author', 'participant', 'reviewer'] },
  reopened: { from: ['published'], to: 'draft', by: ['author', 'participant', 'reviewer'] },
} as const satisfies Record<string, { from: readonly State[]; to: State; by: readonly Part[] }>;
export type Step = keyof typeof leads;

/** The state a step leads to, or why not. */
export function take(
  step: Step,
  state: State,
  part: Part | null,
): State | { refused: 'not-now' | 'not-yours' } {
  const { from, to, by } = leads[step];
  if (part === null || !(by as readonly Part[]).includes(part)) return { refused: 'not-yours' };
  if (!(from as readonly State[]).includes(state)) return { refused: 'not-now' };
  return to;
}

export const refusalWords = {
  'not-now': 'Somebody else has moved this on in the meantime. Here is where it stands now.',
  'not-yours': 'Only the people who work on it can do that. Ask its author to add you.',
} as const;

export type Missing = 'no-timeline' | 'no-cause' | 'action-without-owner';

export const missingWords: Record<Missing, string> = {
  'no-timeline': 'The timeline is empty: what happened, in order? Two or three entries are a good start.',
  'no-cause': 'The cause is not written down yet: what in our process or tooling allowed this?',
  'action-without-owner': 'An action item has no owner: who, or which squad, sees to it?',
};

/** What is still missing before it can be published, in the order of the page. Dropped action items need no owner. */
export function readyToPublish(postmortem: {
  timelineEntries: number;
  cause: string;
  actions: { owned: boolean; state: string }[];
}): Missing[] {
  const missing: Missing[] = [];
  if (postmortem.timelineEntries === 0) missing.push('no-timeline');
  if (postmortem.cause.trim() === '') missing.push('no-cause');
  if (postmortem.actions.some(({ owned, state }) => !owned && state !== 'dropped'))
    missing.push('action-without-owner');
  return missing;
}
