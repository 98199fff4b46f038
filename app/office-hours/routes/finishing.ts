import { placeStep, toQueue } from '#app/office-hours/place-step.server.ts';

export const loader = toQueue;
export const action = placeStep('finished', 'Thank you for the time you gave.', {
  step: 'resumed',
  said: 'You go on with them.',
});
