import { readConfiguration } from './configuration.ts';

/** What this process was started with. */
export const configuration = readConfiguration(process.env);
