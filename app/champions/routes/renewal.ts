import { leadBack, stepAction } from '#app/champions/step-action.server.ts';

export const loader = leadBack;
export const action = stepAction({ step: 'renewed', said: 'Good to have you for another year. Thank you.' });
