/** What a message says, made at the moment it is sent and kept nowhere. */
export type Letter = {
  subject: string;
  text: string;
  /** iCalendar text, for programs that take an invitation in */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
};

const MOST = 110;

/** A line short enough for a list of mail. */
export const asSubject = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= MOST ? line : `${line.slice(0, MOST).replace(/\s+\S*$/, '')} …`;
};

/** A notice as a letter: what happened, where to go, and how to hear less of this. */
export function noticeLetter(
  { text, path, switchedOff }: { text: string; path: string | null; switchedOff: string | null },
  origin: string,
): Letter {
  const less = switchedOff
    ? `You can do without mail of this kind: ${origin}${switchedOff}`
    : 'Mail of this kind cannot be switched off: somebody waits for you, or it is about the safety of your account.';
  return {
    subject: asSubject(text),
    text: [text, ...(path === null ? [] : [origin + path]), `-- \n${less}`].join('\n\n'),
  };
}
