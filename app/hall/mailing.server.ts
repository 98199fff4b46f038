import { writeResetLetter } from '#app/accounts/reset-requests.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { writeReportLetter } from '#app/insight/report-letter.server.ts';
import { invitationWriter } from '#app/meetings/invitation-letter.server.ts';
import { writeMinutesLetter } from '#app/meetings/minutes-letter.server.ts';
import { deliver } from '#app/notices/delivery.server.ts';
import { type MailServer, openMail } from '#app/notices/mail.server.ts';
import { writeBookingLetter } from '#app/office-hours/booking-letter.server.ts';

import { isDemo } from './demo/open.server.ts';

/** Who writes the messages that are no notices; `from` is from whom mail comes. */
const writers = (from: MailServer['from']) => ({
  'password-reset': writeResetLetter,
  booking: writeBookingLetter,
  invitation: invitationWriter(from),
  minutes: writeMinutesLetter,
  'monthly-report': writeReportLetter,
});

/** Whether mail is sent by this house: whoever waits for some is told where it is not. */
export const isMailSent = (): boolean => configuration.mail !== null && !isDemo();

/** Sends the mail that is due, where there is a mail server. The demo's people are made up, and get none. */
export async function sendMail(_now: number, stopping: AbortSignal): Promise<void> {
  const { mail, origin } = configuration;
  if (mail === null || !isMailSent()) return;
  await deliver({
    open: () => openMail(mail, origin),
    writers: writers(mail.from),
    clock: Date.now,
    stopping,
  });
}
