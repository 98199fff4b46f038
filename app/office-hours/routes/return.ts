import { placeStep, toQueue } from '#app/office-hours/place-step.server.ts';

export const loader = toQueue;
export const action = placeStep('put-back', 'They are back in the queue, at the place they had.', null);
