import { createHash, randomBytes } from 'node:crypto';

/** A token for a link or a cookie: 256 bits of chance, safe in a URL. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is stored of a token, so that a stolen database opens nothing. */
export const sha256 = (token: string) => createHash('sha256').update(token).digest('hex');
