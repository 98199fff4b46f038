const spoken = {
  title: 'In a few words',
  minutes: 'Minutes',
  about: 'What it is about',
  presenter: 'Who presents it',
  link: 'Link',
} as const;

/** What somebody else saved beside what was typed, field by field. */
export const comparedWords = (theirs: Record<string, string>, yours: Record<string, string>) =>
  Object.entries(spoken).map(([field, name]) => ({
    name,
    theirs: theirs[field] ?? '',
    yours: yours[field] ?? '',
  }));
