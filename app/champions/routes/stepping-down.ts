import { leadBack, stepAction } from '#app/champions/step-action.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;
export const action = stepAction({
  step: 'stepped-down',
  said: 'You have stepped down. Thank you for the time you gave.',
  back: { step: 'stepping-down-undone', said: 'Good to have you back.', to: paths.enrolmentSteppingDown },
});
