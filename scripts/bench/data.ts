/** What the benchmark's database holds that the measuring has to know of. */
export type Size = { postmortems: number; actionItems: number };

/** The people side: how many squads, people, and champions who serve now. */
export type PeopleSize = { squads: number; people: number; champions: number };
/** A company as most are, and the largest we plan for. */
export const usualCompany: PeopleSize = { squads: 250, people: 2000, champions: 100 };
export const largeCompany: PeopleSize = { squads: 3750, people: 30_000, champions: 1800 };

/** The day the data ends on. It is fixed, so that every run fills the same. */
export const LAST_DAY = Date.UTC(2026, 10, 1);
export const DAY = 86_400_000;

export const ORGANISATION = 'Tidewater Systems';
export const PASSWORD = 'a benchmark signs in with this';
/** Who looks at the pages, and wrote the drafts that are written to. */
export const VIEWER = 'viewer@bench.example';
/** Who may see nothing but what everyone may: a browser keeps their pages. */
export const READER = 'reader@bench.example';
/** Who signs in, each in turn: one account alone would be slowed down by the throttle. */
export const signers = Array.from({ length: 64 }, (_, at) => `person-${at}@bench.example`);

export const ENTRIES = 20;
/** How many drafts are written to, so that none grows much longer than the others. */
export const DRAFTS = 200;

/** The pages the benchmark asks for. */
export type Places = {
  /** a published postmortem with all its parts */
  postmortem: string;
  /** the viewer's drafts */
  drafts: string[];
};
