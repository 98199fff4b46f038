import { data, type HeadersFunction } from '@remix-run/node';

import { waitInWords } from './throttle.ts';

/** The answer to a link that does not open. */
export const closed = (refusal: { refused: 'dead' } | { refused: 'too-many'; seconds: number }) =>
  refusal.refused === 'dead'
    ? data({ closed: true as const, wait: null }, { status: 404 })
    : data(
        { closed: true as const, wait: waitInWords(refusal.seconds) },
        { status: 429, headers: { 'Retry-After': String(refusal.seconds) } },
      );

/** A route's `headers` that hands on how long to wait, from its loader or its action. */
export const retryAfter: HeadersFunction = ({ actionHeaders, loaderHeaders }) => {
  const seconds = actionHeaders.get('Retry-After') ?? loaderHeaders.get('Retry-After');
  return seconds === null ? new Headers() : new Headers({ 'Retry-After': seconds });
};
