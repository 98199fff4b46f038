/** What became of a post. */
export type Verdict =
  { arrived: true } | { arrived: false; words: string; forGood: boolean; waitSeconds?: number | undefined };

/** The longest that we let ourselves be put off: 12 hours, in seconds. */
const LONGEST = 12 * 3600;

/** Reads an answer. The words are ours: what a receiver says may repeat what it was asked. */
export function readAnswer(status: number, retryAfter: string | undefined, now: number): Verdict {
  if (status >= 200 && status < 300) return { arrived: true };
  const failed = (words: string, forGood: boolean) => ({ arrived: false as const, words, forGood });
  if (status >= 300 && status < 400)
    return failed(`It leads elsewhere (${status}), and is not followed: type the address it leads to.`, true);
  if (status === 404 || status === 410)
    return failed(
      `There is no such webhook any more (${status}). Make one in the chat, and type its address.`,
      true,
    );
  if (status === 429)
    return {
      ...failed('It has had enough posts for now (429).', false),
      waitSeconds: secondsOf(retryAfter, now),
    };
  if (status === 401 || status === 403) return failed(`It does not let us in (${status}).`, false);
  if (status >= 500)
    return {
      ...failed(`It has a fault of its own (${status}).`, false),
      waitSeconds: secondsOf(retryAfter, now),
    };
  return failed(`It does not take what we post (${status}).`, false);
}

/** Retry-After, in seconds or as a date. */
function secondsOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(header.trim())
    ? Math.ceil(Number(header))
    : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST) : undefined;
}

const codes: Record<string, string> = {
  ECONNREFUSED: 'Nobody answers there.',
  EHOSTUNREACH: 'There is no way there.',
  ENETUNREACH: 'There is no way there.',
  ENOTFOUND: 'No machine is known by its name.',
  EAI_AGAIN: 'Its name could not be looked up just now.',
  ECONNRESET: 'It closed the connection without an answer.',
  EPIPE: 'It closed the connection without an answer.',
};

/** What a connection that came to nothing means. Never the error's own words, in which the address may stand. */
export function readFault(error: unknown): Verdict {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const failed = (words: string, forGood = false) => ({ arrived: false as const, words, forGood });
  if (code === 'NOT_PUBLIC')
    return failed(
      'Its name leads to a machine that is not on the public internet now, so nothing was sent.',
      true,
    );
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return failed('It did not answer within ten seconds.');
  if (typeof code !== 'string' || !/^[A-Z0-9_]{1,60}$/.test(code)) return failed('It could not be reached.');
  if (/CERT|^UNABLE_TO|SELF_SIGNED|^ERR_TLS/.test(code))
    return failed(`Its certificate does not hold (${code}).`);
  if (/SSL|^EPROTO$/.test(code)) return failed('It does not speak TLS as it should.');
  return failed(codes[code] ?? `It could not be reached (${code}).`);
}
