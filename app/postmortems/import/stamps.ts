import type { Trust } from './clocks.ts';
import { type Moment, scanMoment } from './moments.ts';

/** A moment at one end of a line: its words as written, and what the line says besides. */
export type Stamp = { moment: Moment; written: string; rest: string };

const emoji = /^\s*(?:[\p{Extended_Pictographic}\ufe0f\u200d]{1,8}\s*)+/u;
/** Where none of these is near the start of a line, neither is a time. */
const timely = /\d|noon|midd|midn|[?x_-]:|\?|\btb|unknown|n\/a|hh:/i;
const openers = /^\s*(?:[-–•](?=[\d_*[]))?((?:(?:\*{1,3}|_{1,3}|~~|`|\[|\(|<)\s?){0,4})/;
const separator = /^\s{0,40}(?:[-–—:;,|>→=]{1,3}(?=\s|$|[\p{L}*_[`"'(<~])|:|\.(?=\s|$))?\s*/u;

/**
 * Reads the moment that a line begins with, in bold, in brackets, linked, or plain, and takes the separator after it away.
 * Null where the line begins otherwise, or the figures run on into a word or a path.
 */
export function stampAtStart(line: string, trust: Trust = {}): Stamp | null {
  if (!timely.test(line.slice(0, 100))) return null;
  const picture = emoji.exec(line.slice(0, 40))?.[0];
  if (!picture) return stampAfter(line, trust);
  const stamp = stampAfter(line.slice(picture.length), trust);
  return stamp && { ...stamp, rest: `${picture.trim()} ${stamp.rest}`.trim() };
}

function stampAfter(line: string, trust: Trust): Stamp | null {
  const opening = openers.exec(line)![1]!;
  const from = openers.exec(line)![0].length;
  const bracketed = /[[(*]/.test(opening);
  const moment = scanMoment(line, from, { ...trust, unknown: trust.unknown || (bracketed && trust.loose) });
  if (!moment) return null;
  const note = /^\[\^[^\]\s]{1,30}\]/.exec(line.slice(moment.to))?.[0] ?? '';
  const after = line.slice(moment.to + note.length);
  if (/^[\p{L}\p{N}/%]/u.test(after) || (!moment.clock && /^[-.]\w/.test(after))) return null;
  const closed = closeAll(opening.replace(/\s/g, ''), after);
  const plain = line.slice(from, moment.to) + note;
  if (closed === null) {
    if (/[[(<`]/.test(opening)) return null;
    const rest = after.replace(separator, '').trim();
    return { moment, written: plain, rest: /^[*_~]*$/.test(rest) ? '' : opening.trim() + rest };
  }
  const [link, tail] = closed;
  return {
    moment,
    written: link ? `[${plain}]${link}` : plain,
    rest: trimMarks(tail.replace(separator, '').trim()),
  };
}

/** A rest of nothing but emphasis is no rest. */
function trimMarks(rest: string): string {
  return /^[*_~]*$/.test(rest) ? '' : rest;
}

const pairs: Record<string, string> = { '[': ']', '(': ')', '<': '>' };

/** Takes the marks that close `opening` off the start of a text, with a link's address; null where one is missing. */
function closeAll(opening: string, text: string): [link: string, tail: string] | null {
  let [link, tail] = ['', text];
  const marks = opening.match(/\*+|_+|~+|[`[(<]/g) ?? [];
  for (const mark of marks.reverse()) {
    const lead = /^\s{0,2}[-–—:;,.]?\s{0,2}/.exec(tail)![0];
    const close = pairs[mark] ?? mark;
    if (!tail.startsWith(close, lead.length)) return null;
    tail = tail.slice(lead.length + close.length);
    const address = mark === '[' ? /^\([^()\s]{0,2000}\)/.exec(tail)?.[0] : undefined;
    if (address) [link, tail] = [address, tail.slice(address.length)];
  }
  return [link, tail];
}

/**
 * Reads the moment that a line ends with: "Repaired 2020-10-06 10:41", "Alert fired (10:45 UTC)", "Resolved at 10:45".
 * Unbracketed it must follow a short label, so that prose which happens to end with a time is left alone.
 */
export function stampAtEnd(line: string, trust: Trust = {}): Stamp | null {
  const text = line.trim().replace(/[.\s*_]{1,6}$/, '');
  if (text.endsWith(')') || text.endsWith(']')) {
    const open = text.lastIndexOf(text.endsWith(')') ? '(' : '[');
    const moment = open > 0 ? scanMoment(text, open + 1, trust) : null;
    if (moment && moment.to === text.length - 1) return ending(text, open, moment, text.slice(open + 1, -1));
  }
  const label = /^[^.!?\n]{2,70}$/;
  for (let from = Math.max(2, text.length - 60); from < text.length; from++) {
    if (!/[\s:*_(]/.test(text[from - 1]!) || /\s/.test(text[from]!)) continue;
    const moment = scanMoment(text, from, trust);
    if (!moment || moment.to < text.length) continue;
    const before = text.slice(0, from);
    const labelled = moment.day || /[:–—|-]\s*[*_]*\s*$/.test(before) || /^at\b/i.test(text.slice(from));
    return label.test(before) && labelled && before.split(/\s+/).length <= 8
      ? ending(text, from, moment, text.slice(from))
      : null;
  }
  return null;
}

function ending(text: string, from: number, moment: Moment, written: string): Stamp {
  const rest = text.slice(0, from).replace(/[\s:–—|-]+$/, '');
  const marks = /^(\*\*|__)(.{1,80}?):?\s?\1$/.exec(rest);
  return { moment, written, rest: marks ? marks[2]! : rest };
}
