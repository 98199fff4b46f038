import type { Kind, Refusal, State, Step } from './evidence.ts';

export const stateWords: Record<State, string> = {
  draft: 'Draft',
  submitted: 'With the assessors',
  returned: 'Back with you',
  approved: 'Approved',
  withdrawn: 'Withdrawn',
};

export const kindWords: Record<Kind, string> = {
  evidence: 'Done here',
  equivalent: 'Shown elsewhere',
};

/** What is asked for, in front of what shows it. */
export const inPlaceOf = (kind: Kind, help: string): string =>
  kind === 'equivalent' ? `In place of: ${help}` : help;

/** What happened, as a sentence goes on after who did it. */
export const stepWords: Record<Step, string> = {
  begun: 'began',
  submitted: 'submitted it',
  recalled: 'took it back to change something',
  commented: 'wrote',
  approved: 'approved it',
  returned: 'asked for more',
  withdrawn: 'withdrew it',
  resumed: 'took it up again',
};

/** What to do about each refusal, for whoever met it. */
export const refusalWords: Record<Refusal | 'another-goes-on' | 'left', string> = {
  'not-yours': 'This step belongs to somebody else: nobody looks at their own work.',
  'not-now': 'This has moved on in the meantime. Here is where it stands now.',
  already: 'You have approved this already. It waits for somebody else’s eyes.',
  changed: 'It was submitted anew while you were reading. Here are the words as they are now.',
  unsaid: 'Write what you did before you submit: the words are what the assessors read first.',
  'no-end': 'Say until when it holds before you submit.',
  over: 'What this shows ended in the meantime, so that it cannot count any more.',
  gone: 'The belts no longer ask for this. What was written stays here.',
  'few-named': 'Name the colleagues who were there before you submit: they are asked to confirm it.',
  unconfirmed: 'Not enough colleagues have confirmed it yet. It can be approved once they have.',
  'another-goes-on': 'You have begun anew for this requirement: that one takes its place.',
  left: 'That account is no longer active.',
};
