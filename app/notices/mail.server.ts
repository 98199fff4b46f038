import { createTransport } from 'nodemailer';

import type { Letter } from './letter.ts';

/** The mail server, and from whom mail comes. */
export type MailServer = { url: string; from: { name: string; address: string } };

type Envelope = { id: string; to: { name: string; address: string } };

/** How many letters are on their way at once. */
export const AT_ONCE = 4;
/** after so long a letter counts as not delivered */
const PATIENCE = 30_000;
const SECONDS = 1000;
/** this machine itself */
const here = /^(localhost|127\.0\.0\.1|\[::1\])$/i;

/** A way to the mail server, open until it is closed. `origin` is our address, of which the letters' ids are made. */
export function openMail({ url, from }: MailServer, origin: string) {
  const { hostname, password } = new URL(url);
  const transport = createTransport({
    // A password goes over a line that others can read only where there are no others.
    requireTLS: password !== '' && !here.test(hostname),
    url,
    pool: true,
    maxConnections: AT_ONCE,
    // Some servers close the line after so many.
    maxMessages: 20,
    maxRequeues: 0,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    dnsTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const place = new URL(origin).hostname;

  return {
    /** Hands a letter to the mail server, under the same Message-ID each time. Throws what the server said. */
    async send({ id, to }: Envelope, { subject, text, calendar }: Letter): Promise<void> {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        ...(calendar && { icalEvent: calendar }),
        messageId: `<${id}@${place}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(PATIENCE),
      });
    },
    close: () => transport.close(),
  };
}

export type Mail = ReturnType<typeof openMail>;
