import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };

const atOnce = promisify(argon2) as unknown as (kind: 'argon2id', options: object) => Promise<Buffer>;

/** Each hash takes 19 MiB while it is made: a crowd at the door waits its turn, two at a time. */
const turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
let asked = 0;

function argon2id(options: object): Promise<Buffer> {
  const turn = asked++ % turns.length;
  const made = turns[turn]!.then(() => atOnce('argon2id', options));
  turns[turn] = made.catch(() => {});
  return made;
}

/** A password as it is stored: a PHC string. Runs off the main thread (30-40 ms). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await argon2id({
    message: password.normalize('NFKC'),
    nonce,
    tagLength: 32,
    ...cost,
  });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Whether a password is the one stored. Takes as long when nothing is stored, so that time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored || decoy);
  if (!parts) return false;
  const [memory, passes, parallelism, nonce, tag] = parts.slice(1) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const wanted = Buffer.from(tag, 'base64url');
  const got = await argon2id({
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64url'),
    tagLength: wanted.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(got, wanted) && Boolean(stored);
}

const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
