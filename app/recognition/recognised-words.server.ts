/** How awards and achievements are called. */
type Called = { name: string; about: string };

/** An award or achievement in words; by its key where nothing says more of it (any more). */
export const recognisedAs = (_kind: 'award' | 'achievement', key: string): Promise<Called> =>
  Promise.resolve({ name: key, about: '' });
