import { z } from 'zod';

import { type Around, passwordProblem } from './password.ts';

/** A password that exists already: taken as it was typed. */
export const currentPassword = z
  .string({ error: 'Please give your password.' })
  .min(1, 'Please give your password.')
  .max(1000, 'That is too long to be your password.');

/** A new password from a form, held against what is known of the person. */
export const newPassword = (around: Around) =>
  z.string({ error: 'Please choose a password.' }).superRefine((password, context) => {
    const problem = passwordProblem(password, around);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
