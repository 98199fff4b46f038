import { configuration } from '#app/configuration.server.ts';
import { asSubject } from '#app/notices/letter.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { paths } from '#app/paths.ts';

import { reportText } from './report-letter.ts';
import { reportOfMonth } from './report.server.ts';
import { isSponsor } from './sponsors.server.ts';

/** The report of a month as a letter, as it is known when it is sent; null for who is no sponsor any more. */
export const writeReportLetter: Writer = async ({ personId, subjectId }, now) => {
  if (!/^\d{4}-\d{2}$/.test(subjectId ?? '') || !(await isSponsor(personId))) return null;
  const { origin } = configuration;
  const letter = reportText(subjectId!, await reportOfMonth(subjectId!, now), {
    report: origin + paths.report(),
    less: origin + paths.accountNotices(),
  });
  return { ...letter, subject: asSubject(letter.subject) };
};
