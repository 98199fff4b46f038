import { placeStep, toQueue } from '#app/office-hours/place-step.server.ts';

export const loader = toQueue;
export const action = placeStep('left', 'You have left the queue.', {
  step: 'returned',
  said: 'You have the place again that you had.',
});
