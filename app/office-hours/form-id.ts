import { z } from 'zod';

/** The id that was made with a form: the same form sent twice is one thing. */
export const formIdField = z
  .string()
  .regex(/^[0-9a-z]{16}$/, 'Open this page again, please: the form was incomplete.');
