import { leadBack, stepAction } from '#app/champions/step-action.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;
export const action = stepAction({
  step: 'withdrawn',
  said: 'Withdrawn. You can apply again whenever you like.',
  back: { step: 'withdrawal-undone', said: 'Taken up again, as it was.', to: paths.enrolmentWithdrawal },
});
