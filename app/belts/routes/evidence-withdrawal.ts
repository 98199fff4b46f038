import { leadBack, stepAction } from '#app/belts/evidence-scope.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;
export const action = stepAction(
  { step: 'withdrawn', said: 'Withdrawn. Nobody but you sees it now.' },
  { step: 'resumed', said: 'Taken up again, as a draft.', to: paths.evidenceWithdrawal },
);
