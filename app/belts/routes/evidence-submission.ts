import { leadBack, stepAction } from '#app/belts/evidence-scope.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;
export const action = stepAction(
  { step: 'submitted', said: 'Submitted. You are told as soon as somebody has looked at it.' },
  {
    step: 'recalled',
    said: 'Taken back. Change what you like, then submit it again.',
    to: paths.evidenceSubmission,
  },
);
