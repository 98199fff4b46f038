import type { CoverageContent } from './coverage-content.ts';

/** What is asked of each squad; a waiver names one of these. */
export const squadPolicies = ['per-squad', 'per-developers'] as const;
export type SquadPolicy = (typeof squadPolicies)[number];

/** What coverage has to know of a squad at work. */
export type SquadFacts = {
  id: string;
  name: string;
  area: string | null;
  /** 1 critical to 4 low; null where nobody has said */
  criticality: number | null;
  /** as stated, else counted */
  developers: number;
  createdAt: number;
  /** who serve now */
  champions: number;
  /** of these, whose hours nobody has agreed */
  withoutTime: number;
  /** who are on their way to serve */
  onboarding: number;
  /** when the last who served before stopped; null: nobody ever did */
  lastEndedAt: number | null;
  waivers: { policy: string; expiresAt: number }[];
};

export type Standing = {
  policy: SquadPolicy;
  /** how many champions it asks for */
  needed: number;
  state: 'met' | 'short' | 'waived';
  short: number;
  waivedUntil: number | null;
};

/** `none-needed`: nothing is asked of it, as in a squad in which nobody develops. */
export const states = ['without', 'short', 'waived', 'covered', 'none-needed'] as const;
export type State = (typeof states)[number];

export type Covered = Omit<SquadFacts, 'createdAt' | 'lastEndedAt' | 'waivers'> & {
  state: State;
  standings: Standing[];
  /** the longest of what is waived */
  waivedUntil: number | null;
  /** since when nobody serves where somebody should */
  vacancy: { since: number; days: number } | null;
  /** who would follow the champion; null where there is none to follow */
  successor: 'champion' | 'onboarding' | 'nobody' | null;
};

/** Days of the calendar, by universal time: what stopped yesterday evening stopped a day ago. */
const dayOf = (at: number) => Math.floor(at / 86_400_000);

/** How many champions a policy asks of a squad with so many developers; null: it asks nothing. */
function needed(policy: SquadPolicy, developers: number, policies: CoverageContent): number | null {
  if (!policies[policy].on || developers === 0) return null;
  return policy === 'per-squad' ? 1 : Math.ceil(developers / policies['per-developers'].developers);
}

/** Until when a squad is let off a policy. Leave to have nobody is leave to have too few. */
function waivedUntil(policy: SquadPolicy, { waivers }: SquadFacts, now: number): number | null {
  const ends = waivers
    .filter((one) => one.expiresAt > now && (one.policy === policy || one.policy === 'per-squad'))
    .map((one) => one.expiresAt);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** How a squad stands against one policy; null where it asks nothing of it. */
function standing(
  policy: SquadPolicy,
  squad: SquadFacts,
  policies: CoverageContent,
  now: number,
): Standing | null {
  const asked = needed(policy, squad.developers, policies);
  if (asked === null) return null;
  const short = Math.max(0, asked - squad.champions);
  const until = short > 0 ? waivedUntil(policy, squad, now) : null;
  const state = short === 0 ? 'met' : until === null ? 'short' : 'waived';
  return { policy, needed: asked, state, short, waivedUntil: until };
}

function stateOf(standings: Standing[], champions: number): State {
  if (standings.length === 0) return 'none-needed';
  if (standings.some(({ state }) => state === 'short')) return champions === 0 ? 'without' : 'short';
  return standings.some(({ state }) => state === 'waived') ? 'waived' : 'covered';
}

/** Who would follow, were one champion to stop: another, somebody on their way, or nobody. */
const successor = ({ champions, onboarding }: SquadFacts): Covered['successor'] =>
  champions === 0 ? null : champions > 1 ? 'champion' : onboarding > 0 ? 'onboarding' : 'nobody';

function vacancy({ champions, developers, lastEndedAt, createdAt }: SquadFacts, now: number) {
  if (champions > 0 || developers === 0) return null;
  const since = lastEndedAt ?? createdAt;
  return { since, days: Math.max(0, dayOf(now) - dayOf(since)) };
}

/** How a squad stands, at a moment, against every policy that asks something of it. */
export function covered(squad: SquadFacts, policies: CoverageContent, now: number): Covered {
  const standings = squadPolicies
    .map((policy) => standing(policy, squad, policies, now))
    .filter((one) => one !== null);
  const ends = standings.flatMap((one) => one.waivedUntil ?? []);
  const { createdAt: _, lastEndedAt: __, waivers: ___, ...rest } = squad;
  return {
    ...rest,
    state: stateOf(standings, squad.champions),
    standings,
    waivedUntil: ends.length > 0 ? Math.max(...ends) : null,
    vacancy: vacancy(squad, now),
    successor: successor(squad),
  };
}
