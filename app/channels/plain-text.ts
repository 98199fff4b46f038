/** Invisible, and of no width: it keeps apart what a chat would read as one. */
const APART = '\u200B';

/** One line, without what cannot be seen or turns the direction of what follows; cut after so many characters. */
export function oneLine(text: string, most: number): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}

/** Text that calls nobody and links nowhere, since its @, :// and the like are kept apart from what follows them. */
const defused = (line: string) =>
  line
    .replaceAll('@', `@${APART}`)
    .replaceAll(/:(?=\/\/|[\w+-]+:)/g, `:${APART}`)
    .replaceAll(/\b(www)\./gi, `$1${APART}.`);

/** A line for Slack: what stands between < and > is its own. */
export const forSlack = (line: string): string =>
  defused(line).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A line for Markdown in which nothing is markup (Discord: any sign of punctuation may be escaped). */
export const forDiscord = (line: string): string => defused(line).replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');

/** The same for Mattermost, which knows fewer escapes, and reads entities. */
export const forMattermost = (line: string): string =>
  defused(line)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*{}[\]()#+\-.!_>~|]/g, '\\$&');
