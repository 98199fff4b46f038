/** How a person is named so that `personMeant` finds exactly them again. */
export const personLabel = (person: { name: string; email: string }) => `${person.name} <${person.email}>`;

/** Nobody fits what was written, or several do, each as somebody could write them instead. */
export type NotMeant = { refused: 'nobody' } | { refused: 'several'; candidates: string[] };

/** The e-mail address that a text may be, or that it holds as "Name <e-mail>". */
export const emailWritten = (text: string): string => /<([^<>]+)>$/.exec(text)?.[1] ?? text;

/** What to say when nobody, or more than one, is meant. */
export const personProblem = (not: NotMeant): string =>
  not.refused === 'nobody'
    ? 'Nobody here has that name. Write an e-mail address or a full name.'
    : `Several people fit: ${not.candidates.join(', ')}. Write the e-mail address.`;
