/** What a postmortem may be called here. */
export const postmortemWords = ['postmortem', 'incident review', 'retrospective'] as const;

/** The time zones to choose from. */
export const timezones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
