import { resolveDay, scanDay, writeDay } from './days.ts';
import type { Day } from './days.ts';

const doneWords =
  'done|completed?|closed|fixed|resolved|merged|finished|shipped|deployed|implemented|delivered';
const ticks =
  '[\\u2705\\u2611\\u2714\\u2713]\\ufe0f?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check):';
const crosses =
  '[\\u2610\\u2b1c\\u274c\\u{1f532}\\u{1f533}\\u23f3\\u25a1]\\ufe0f?|:(?:x|white_large_square|black_square_button|hourglass\\w*):';
const leading = new RegExp(
  `^(?:(${ticks})|(${crosses})|[*_]{0,2}[[(]?[*_]{0,2}(${doneWords})[*_]{0,2}(?:[\\])][*_]{0,2}:?|\\s?[:–—-])[*_]{0,2})\\s*`,
  'iu',
);
const trailing = new RegExp(
  `(?:(${ticks})|[[(][*_]{0,2}(?:already )?(?:${doneWords})\\b[^()[\\]]{0,60}[)\\]]|[-–—:,.]\\s?[*_]{0,2}(?:${doneWords})[*_]{0,2}|(?<=\\s)[*_]{1,2}(?:${doneWords})\\b[^*_]{0,40}[*_]{1,2}|\\b(?:already |now )?(?:been|is|was) (?:done|completed|fixed|merged|implemented))[\\s.!*_]*$`,
  'iu',
);
const shouted =
  /(?:^|\s)(?:DONE|COMPLETED?|CLOSED|FIXED|MERGED)[\s.!)\]*]*$|[.!?;:)–—-]\s{1,2}DONE\b|\sDONE\s(?:in|by|via|with|on|at)\b|\b(?:has|have) (?:already |now )?been (?:done|completed|fixed|implemented)\b/;
const struck = /^~~([^]{1,2000}?)~~\s*([^]*)$/;

/** Whether an action item is marked as done (✅, "(done)", "DONE:", struck out), and its text with a mark in front moved to the end. */
export function doneMark(text: string): { done: boolean; text: string } {
  const lead = leading.exec(text);
  if (lead) {
    const rest = text.slice(lead[0].length).trim();
    if (rest === '') return { done: false, text };
    return { done: lead[2] === undefined, text: lead[3] ? appended(rest, `(${lead[3]})`) : rest };
  }
  const strike = struck.exec(text);
  if (strike) return { done: true, text: `${strike[1]!.trim()} ${strike[2]!.trim()}`.trim() };
  const first = text.split('\n', 1)[0]!.slice(-200);
  return {
    done: trailing.test(first) || shouted.test(text.slice(0, 2000)) || trailing.test(text.slice(-200)),
    text,
  };
}

/** A text with a remark at the end of its first line. */
function appended(text: string, remark: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? `${text} ${remark}` : `${text.slice(0, end)} ${remark}${text.slice(end)}`;
}

/** Whether a status ("Done", "✅", "In progress") means that the work is finished. */
export function isDoneStatus(status: string): boolean {
  const plain = status.replace(/[*_`~]/g, '').trim();
  return (
    new RegExp(`^(?:${doneWords}|yes|${ticks}|x|\\[x\\])(?![\\w-])`, 'iu').test(plain) && !/^x\S/i.test(plain)
  );
}

const dueLabel =
  /\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|complete by|by)\b[*_]{0,2}\s{0,2}[:=]?[*_]{0,2}\s{0,2}/gi;

/** The day by which an action item is due ("due: 2021-03-01", "by March 1st"), where it can be known to the day. */
export function dueIn(text: string, about: Day | null): string | null {
  for (const match of text.slice(0, 2000).matchAll(dueLabel)) {
    const due = dayIn(text.slice(match.index + match[0].length), about);
    if (due) return due;
  }
  return null;
}

/** The day that a text begins with. */
export function dayIn(text: string, about: Day | null): string | null {
  const found = scanDay(text, 0);
  const day = found && resolveDay(found.day, about);
  return day && writeDay(day);
}

const ticket =
  /(?:^|[\s([{])((?!(?:CVE|CWE|SHA|UTF|ISO|RFC|TLS|PEP|GHSA|COVID|SEV|P)-)[A-Z][A-Z\d]{1,9}-\d{1,6})(?![\w-])|(?:^|[\s([])((?:[\w.-]{1,40}\/[\w.-]{1,60})?#\d{1,7})\b|\/(?:issues|pull|browse|merge_requests)\/([A-Z]{2,10}-\d{1,6}|\d{1,7})\b/;

/** The first ticket that a text refers to: "SRE-123", "#365", "org/repo#12", or the number at the end of an issue's address. */
export function ticketIn(text: string): string | null {
  const match = ticket.exec(text.slice(0, 5000));
  if (!match) return null;
  return match[1] ?? match[2] ?? (/^\d/.test(match[3]!) ? `#${match[3]}` : match[3]!);
}
