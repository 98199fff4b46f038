/**
 * NIST SP 800-63B-4 asks for 15 characters where a password stands alone and 8 beside a second factor. Here each
 * account and network is throttled, common passwords are refused and each guess costs 19 MiB: 12 is the point
 * between, long enough to ask for a phrase and short enough not to be written on a note.
 */
export const LEAST = 12;
export const MOST = 200;

/** What the commonest long passwords are made of, letters that stand for others folded back. */
const commonPieces = [
  ...['passwort', 'password', 'motdepasse', 'contrasena', 'welcome', 'willkommen', 'changeme', 'letmein'],
  ...['administrator', 'administrador', 'admin', 'guildhall', 'default', 'temporary', 'secret', 'trustno'],
  ...['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'qwerty', 'qwertz', 'azerty', 'asdfghjkl', 'asdfgh', 'asdf'],
  ...['zxcvbnm', 'zxcvbn', 'yxcvbnm', 'qazwsxedc', 'qazwsx', 'qweasdzxc', 'qweasd', 'abcdefgh', 'abcdef'],
  ...[
    'iloveyou',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'basketball',
    'superman',
    'batman',
    'dragon',
  ],
  ...[
    'monkey',
    'master',
    'shadow',
    'michael',
    'jennifer',
    'christopher',
    'alexander',
    'liverpool',
    'pokemon',
  ],
  ...[
    'correcthorsebatterystaple',
    'unbelievable',
    'spring',
    'summer',
    'autumn',
    'winter',
    'january',
    'monday',
  ],
  ...['company', 'security', 'computer', 'internet', 'starwars', 'whatever', 'abc', 'pass', 'love', 'user'],
].sort((a, b) => b.length - a.length);
const anyPiece = new RegExp(commonPieces.join('|'), 'g');
const digitRuns = /^\d*(?:0123456789|1234567890|123456789|9876543210|987654321)\d*$/;
const keyColumns = /^(?:1q2w3e4r5t|q1w2e3r4t5|1qaz2wsx|zaq12wsx|1q2w3e4r)/;

const stands: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };
const folded = (text: string) => text.normalize('NFKC').toLowerCase();
/** "p@ssw0rd!2026" as "password": what stands at the end is a year or a flourish, not letters. */
const unmasked = (text: string) =>
  text.replace(/[^\p{L}]+$/u, '').replace(/[01345@$]/g, (mask) => stands[mask]!);
const unspaced = (text: string) => text.replaceAll(/[^\p{L}\p{N}@$]/gu, '');

const madeOfCommonPieces = (text: string) => {
  const rest = text.replace(anyPiece, '');
  return rest !== text && !/\p{L}/u.test(rest);
};

/** Whether a short piece is all there is: "aaaaaaaaaaaa", "abcabcabcabc". */
const repeatsItself = (text: string) =>
  [1, 2, 3, 4].some((piece) =>
    [...text].every((letter, at, all) => at < piece || letter === all[at - piece]),
  );

/** Whether a password is one of those that attackers try first. */
export const isCommon = (password: string): boolean => {
  const text = folded(password);
  return (
    repeatsItself(text) ||
    digitRuns.test(text) ||
    keyColumns.test(text) ||
    madeOfCommonPieces(unspaced(text)) ||
    madeOfCommonPieces(unmasked(unspaced(text)))
  );
};

export type Around = { email: string; organisation: string };

const bare = (text: string) => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Shorter words than this are part of too many others. */
const TELLING = 4;
const holds = (password: string, word: string) =>
  bare(word).length >= TELLING && bare(password).includes(bare(word));

/** What to change about a new password; null when it is fine. No rule asks for kinds of characters. */
export function passwordProblem(password: string, { email, organisation }: Around): string | null {
  const length = [...password.normalize('NFKC')].length;
  if (length === 0) return 'Please choose a password.';
  if (length < LEAST) return `Make it ${LEAST} characters or longer: a few words in a row are easy to keep.`;
  if (length > MOST) return `${MOST} characters are the most that fit.`;
  if (holds(password, email.split('@')[0]!)) return 'Leave your e-mail address out of it.';
  if (holds(password, organisation)) return 'Leave the name of your organisation out of it.';
  if (isCommon(password)) return 'This is among the first that are guessed: choose something of your own.';
  return null;
}
