import type { Step } from './enrolment.ts';

/** All that is written down of an enrolment: its steps, and what was asked of somebody on the way. */
export type HistoryStep =
  Step | 'applied' | 'manager-named' | 'manager-reminded' | 'buddy-chosen' | 'buddy-left' | 'renewal-asked';

/** What happened, as a sentence goes on after who did it. Where the house did it, there is nobody to name. */
export const historyWords: Record<HistoryStep, string> = {
  applied: 'applied',
  'manager-named': 'named whom to ask',
  'manager-reminded': 'A reminder went to the manager',
  agreed: 'agreed',
  'hours-changed': 'agreed other hours',
  'agreement-undone': 'took the agreement back',
  declined: 'did not agree for now',
  'decline-undone': 'opened it again',
  withdrawn: 'withdrew the application',
  'withdrawal-undone': 'took it up again',
  'buddy-chosen': 'chose a buddy',
  'buddy-left': 'ended the pairing with the buddy',
  started: 'began as champion',
  'start-undone': 'went back to onboarding',
  'renewal-asked': 'The yearly question was asked',
  renewed: 'stays for another year',
  'stepped-down': 'stepped down',
  'stepping-down-undone': 'came back',
  left: 'It ended with the account',
};
