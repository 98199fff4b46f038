import { writeResetLetter } from '#app/accounts/reset-requests.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { deliver } from '#app/notices/delivery.server.ts';
import { writeMinutesLetter } from '#app/meetings/minutes-letter.server.ts';
import { openMail } from '#app/notices/mail.server.ts';
import { writeBookingLetter } from '#app/office-hours/booking-letter.server.ts';

import { isDemo } from './demo/open.server.ts';

/** Who writes the messages that are no notices. */
const writers = {
  'password-reset': writeResetLetter,
  booking: writeBookingLetter,
  minutes: writeMinutesLetter,
};

/** Whether mail is sent by this house: whoever waits for some is told where it is not. */
export const isMailSent = (): boolean => configuration.mail !== null && !isDemo();

/** Sends the mail that is due, where there is a mail server. The demo's people are made up, and get none. */
export async function sendMail(_now: number, stopping: AbortSignal): Promise<void> {
  const { mail, origin } = configuration;
  if (mail === null || !isMailSent()) return;
  await deliver({ open: () => openMail(mail, origin), writers, clock: Date.now, stopping });
}
