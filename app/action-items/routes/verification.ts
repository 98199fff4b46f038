import { leadBack, stepAction } from '#app/action-items/step-action.server.ts';

export const loader = leadBack;
export const action = stepAction('verified');
