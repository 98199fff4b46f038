import { openHub } from './live-hub.server.ts';

/** This process's hub. */
export const live = openHub();
