/** What saving a section answers: the version of the text as it is kept now, and why it was not saved, if so. */
export type SectionAnswer = {
  version: number;
  error: string | null;
  /** the text that was refused, to be shown again */
  typed?: string | undefined;
  /** somebody saved in between: who, and both texts */
  stale: { by: string | undefined; theirs: string; yours: string } | null;
};

/** What a preview answers: the text as safe HTML, and what it was made from. */
export type PreviewAnswer = { html: string; markdown: string; version: number };
