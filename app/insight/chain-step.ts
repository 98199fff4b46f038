/** One link of the chain from an incident to its lessons. */
export type StepState = 'done' | 'under-way' | 'open';
export const stepStateWords: Record<StepState, string> = {
  done: 'Done',
  'under-way': 'Under way',
  open: 'Still open',
};

export type ChainLink = { words: string; to: string };
export type ChainStep = {
  key: 'happened' | 'written' | 'actions' | 'agenda' | 'lesson' | 'learned' | 'threat-model';
  name: string;
  state: StepState;
  /** where it stands */
  says: string;
  links: ChainLink[];
  /** what would come next, and who can do it; null where nothing is missing */
  next: string | null;
};

export const to = (words: string, path: string): ChainLink => ({ words, to: path });

export const WORKERS = 'those who work on it';
