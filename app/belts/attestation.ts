export type Answer = 'confirmed' | 'declined';

/** What somebody is asked about: to be answered now, decided meanwhile, or taken back by whoever brought it. */
export type Asking = 'open' | 'decided' | 'taken-back';

/** Where evidence stands, for whoever is asked about it. */
export const askingOfEvidence = (state: string): Asking =>
  state === 'submitted' || state === 'returned' ? 'open' : state === 'approved' ? 'decided' : 'taken-back';

/** Where a session stands, for whoever is asked about it. */
export function askingOfActivity(activity: {
  confirmedAt: number | null;
  withdrawnAt: number | null;
}): Asking {
  if (activity.withdrawnAt !== null) return 'taken-back';
  return activity.confirmedAt === null ? 'open' : 'decided';
}

/** What was answered, for whoever looks at it: who could not confirm something has said no more than that. */
export const answerWords: Record<Answer | 'asked' | 'named', string> = {
  confirmed: 'was there',
  declined: 'could not confirm it',
  asked: 'is asked',
  named: 'will be asked',
};
