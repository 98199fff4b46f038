/** What is wrong with a file of content/, and in which line; the first is 1. */
export type Fault = { line: number; text: string };
