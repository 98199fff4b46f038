import { leadBack, stepAction } from '#app/champions/step-action.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;
export const action = stepAction({
  step: 'started',
  said: 'Welcome: you are a champion from today.',
  back: {
    step: 'start-undone',
    said: 'Back to onboarding. Take the time you need.',
    to: paths.enrolmentStart,
  },
});
