/** A mail server on this machine that keeps what it is sent, or refuses it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

export type Received = { id: string; to: string[]; subject: string; text: string; raw: string };

type Conduct = {
  /** what it answers to a receiver instead of taking the letter; null: it takes it */
  receiver?(address: string): { code: number; text: string } | null;
  /** before it says that it has taken a letter */
  pause?(): Promise<void>;
};

/** Opens it on a port of its own. Its conduct may be changed while it runs. */
export async function openMailbox() {
  const mailbox = { conduct: {} as Conduct };
  const received: Received[] = [];
  let open = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = mailbox.conduct.receiver?.(address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      open += 1;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      const take = async () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        await mailbox.conduct.pause?.();
        received.push({ ...read(raw), to: session.envelope.rcptTo.map(({ address }) => address), raw });
        open -= 1;
        done();
      };
      stream.once('end', () => void take());
    },
  });
  // A sender that is killed breaks its connections off.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return Object.assign(mailbox, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** how many letters it has been given and not yet said that it took */
    underWay: () => open,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  });
}

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

/** What somebody reads of a plain letter. */
function read(raw: string): Pick<Received, 'id' | 'subject' | 'text'> {
  const { header, body } = split(raw);
  return {
    id: header('message-id'),
    subject: asWords(header('subject')),
    text: decoded(body.replaceAll('\r\n', '\n'), header('content-transfer-encoding')),
  };
}

/** The parts of a letter that has several: of what kind each is, and what it says. */
export const partsOf = (raw: string): { type: string; text: string }[] =>
  raw
    .split(/\r\n--\S+\r\n/)
    .slice(1)
    .map(split)
    .map(({ header, body }) => ({
      type: header('content-type'),
      text: decoded(body, header('content-transfer-encoding')),
    }))
    .filter(({ type }) => type !== '' && !type.startsWith('multipart/'));

function split(raw: string): { header(name: string): string; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]/g, ' ');
  return {
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '',
    body: raw.slice(end + 4),
  };
}

const decoded = (body: string, encoding: string) =>
  encoding === 'base64'
    ? Buffer.from(body, 'base64').toString('utf8')
    : encoding === 'quoted-printable'
      ? fromQuoted(body.replaceAll(/=\r?\n/g, ''))
      : body;

const fromQuoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const asWords = (header: string) =>
  header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_, way: string, text: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : fromQuoted(text.replaceAll('_', ' ')),
    );
