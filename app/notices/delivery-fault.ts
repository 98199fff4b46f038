/**
 * What to do about a message that could not be delivered.
 * never: the receiver's server will not have it; later: not now; server: nothing goes out now, whoever it is for.
 */
type Verdict = 'never' | 'later' | 'server';

type Fault = {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
  message?: unknown;
};

const MOST = 200;

/** Reads what a mail server said. The words are without addresses and links, since they are kept and shown. */
export function readFault(error: unknown): { verdict: Verdict; words: string } {
  const { code, command, responseCode, response, message } = (error ?? {}) as Fault;
  const said = typeof response === 'string' && response !== '' ? response : String(message ?? error);
  const words = discreet(typeof code === 'string' && !response ? `${code}: ${said}` : said);
  const aboutThisOne = command === 'RCPT TO' || command === 'DATA';
  if (typeof responseCode !== 'number') return { verdict: code === 'EENVELOPE' ? 'never' : 'server', words };
  if (!aboutThisOne || responseCode === 421) return { verdict: 'server', words };
  return { verdict: responseCode >= 500 ? 'never' : 'later', words };
}

/** A server may repeat whom it was for, and even what it was given. */
const discreet = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/[a-z]+:\/\/\S+/gi, '…')
    .replaceAll(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…')
    .replaceAll(/[\w-]{32,}/g, '…')
    .trim()
    .slice(0, MOST);
