import { z } from 'zod';

/** An address as it is stored and compared: lower case. What else an address may look like is for its mail server. */
export const normalEmail = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** An e-mail address from a form. */
export const emailField = z
  .string({ error: 'Please give an e-mail address.' })
  .transform(normalEmail)
  .pipe(
    z
      .string()
      .min(1, 'Please give an e-mail address.')
      .max(254, 'No e-mail address is longer than 254 characters.')
      .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'Write it like nina@example.com.'),
  );
