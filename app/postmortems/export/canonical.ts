import type { PostmortemDocument } from '../document.ts';

/**
 * The form in which a document survives being written and read: line ends are "\n", Markdown has no blank lines at
 * its ends, what stands on one line is on one line, and a time or a day that is none is null.
 */
export function canonical(document: PostmortemDocument): PostmortemDocument {
  return {
    title: oneLine(document.title),
    kind: document.kind,
    severity: document.severity,
    timezone: oneLine(document.timezone ?? '') || null,
    sections: document.sections.map(({ key, heading, markdown }) => ({
      key: oneLine(key) || 'section',
      heading: oneLine(heading),
      markdown: block(markdown),
    })),
    milestones: document.milestones.map(({ kind, at, written, zone, label }) => ({
      kind,
      at: time(at),
      written: oneLine(written),
      zone: oneLine(zone ?? '') || null,
      ...(label && oneLine(label) ? { label: oneLine(label) } : {}),
    })),
    timeline: document.timeline.map(({ at, written, zone, text }) => ({
      at: time(at),
      written: oneLine(written),
      zone: oneLine(zone ?? '') || null,
      text: lines(text).trim(),
    })),
    actions: document.actions.map(({ text, owner, done, kind, severity, due, ticket }) => ({
      text: lines(text).trim(),
      owner: oneLine(owner ?? '') || null,
      done,
      kind,
      severity,
      due: due && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
      ticket: oneLine(ticket ?? '') || null,
    })),
  };
}

function lines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function oneLine(text: string): string {
  return lines(text)
    .replace(/[ \t]*\n\s*/g, ' ')
    .trim();
}

function block(text: string): string {
  const end = lines(text).trimEnd();
  const first = end.search(/\S/);
  return first < 0 ? '' : end.slice(end.lastIndexOf('\n', first) + 1);
}

function time(at: string | null): string | null {
  return at && /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(at) ? at : null;
}
