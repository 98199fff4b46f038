import { leadBack, stepAction } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;
export const action = stepAction('returned');
