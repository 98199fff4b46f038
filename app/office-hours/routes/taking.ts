import { placeStep, toQueue } from '#app/office-hours/place-step.server.ts';

export const loader = toQueue;
export const action = placeStep('taken', 'They are told that you are ready for them.', {
  step: 'put-back',
  said: 'They are back in the queue, at the place they had.',
});
