import { index, route, type RouteConfig } from '@remix-run/route-config';

/** The floor plan: every URL, by room. A verb that isn't CRUD is a noun with a URL of its own. */
export default [
  // hall
  index('hall/routes/home.tsx'),
  route('healthz', 'hall/routes/health.ts'),
  route('*', 'hall/routes/not-found.tsx'),
] satisfies RouteConfig;
