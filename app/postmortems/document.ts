import type { MilestoneKind } from './milestone.ts';

/**
 * A postmortem as a document: everything that Markdown carries in (import) and out (export).
 * Times stay as they were written; `at` is local to `zone`, never converted.
 */
export type PostmortemDocument = {
  title: string;
  kind: 'incident' | 'near-miss';
  /** 1 critical … 5 informational; null where the source does not say */
  severity: 1 | 2 | 3 | 4 | 5 | null;
  /** the zone times are in unless an entry says otherwise, as written ("UTC", "PST") or an IANA name */
  timezone: string | null;
  /** prose, in the order of the document; timeline and action-items hold the words around their entries */
  sections: DocumentSection[];
  milestones: DocumentMilestone[];
  timeline: DocumentTimelineEntry[];
  actions: DocumentAction[];
};

/** key: a key of the template ("summary", "timeline", "root-cause", "went-well", "went-wrong", "action-items", …) or a slug of the heading */
export type DocumentSection = { key: string; heading: string; markdown: string };

/** at: "2021-02-24T11:13" (a minute), "2021-02-24" (a day), or null (unknown) */
export type DocumentTimelineEntry = {
  at: string | null;
  /** the words of the time as the source has them: "11.13", "about noon on the 4th" */
  written: string;
  /** only where the entry itself names one */
  zone: string | null;
  /** Markdown */
  text: string;
};

export type DocumentMilestone = {
  kind: MilestoneKind;
  at: string | null;
  written: string;
  zone: string | null;
  /** the words of the milestone, where the source lists it under its own: "Repaired", "Team aware" */
  label?: string;
};

export type DocumentAction = {
  text: string;
  /** a person or squad, as written */
  owner: string | null;
  done: boolean;
  kind: 'prevent' | 'detect' | 'mitigate' | 'learn' | null;
  severity: 1 | 2 | 3 | 4 | 5 | null;
  /** a day, "2021-03-01" */
  due: string | null;
  ticket: string | null;
};
