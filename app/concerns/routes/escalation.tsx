import { loadConcern } from '#app/concerns/page.server.ts';
import { stepAction } from '#app/concerns/step-action.server.ts';

export { ConcernPage as default, meta } from '#app/concerns/concern-page.tsx';

export const loader = loadConcern;
export const action = stepAction('passed-up');
