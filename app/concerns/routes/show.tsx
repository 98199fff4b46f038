import { loadConcern } from '#app/concerns/page.server.ts';

export { ConcernPage as default, meta } from '#app/concerns/concern-page.tsx';

export const loader = loadConcern;
