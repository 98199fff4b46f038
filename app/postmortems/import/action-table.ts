import type { DocumentAction } from '../document.ts';
import { dayIn, doneMark, isDoneStatus, ticketIn } from './action-marks.ts';
import type { Day } from './days.ts';
import type { Line } from './lines.ts';
import { ownerIn, ownerOf } from './owners.ts';
import { severityOf } from './severity.ts';

type Role = 'text' | 'owner' | 'due' | 'status' | 'ticket' | 'severity' | 'kind' | 'number';

const headers: [Role, RegExp][] = [
  ['number', /^(?:#|no\.?|nr\.?|id|number)$/i],
  ['owner', /\b(?:owners?|assignees?|assigned|responsible|who|dri|lead|team|person)\b/i],
  ['due', /\b(?:due|deadline|eta|when|target|by when|date)\b/i],
  ['status', /\b(?:status|state|done|completed?|progress)\b|^[✅✔☑]/iu],
  ['ticket', /\b(?:tickets?|issues?|bugs?|jira|tracking|links?|prs?|reference|id)\b/i],
  ['severity', /\b(?:priority|severity|prio|sev|p)\b/i],
  [
    'text',
    /\b(?:actions?|items?|tasks?|descriptions?|what|to-?dos?|follow|title|work|summary|remediation|recommendation|measure)\b/i,
  ],
  ['kind', /\b(?:types?|kind|category|class)\b/i],
];

/** The action items of a table; its header goes to the words around them. */
export function actionRows(
  rows: string[][],
  header: string[],
  about: Day | null,
): { actions: DocumentAction[]; rest: Line[] } {
  const roles = rolesOf(header, rows);
  const rest = header.length ? [{ text: header.join(' | '), inert: false }] : [];
  const filled = rows.filter((row) => row.some((cell) => cell.replace(/[\s_.…-]/g, '') !== ''));
  return { actions: filled.map((row) => rowAction(row, roles, header, about)), rest };
}

function rolesOf(header: string[], rows: string[][]): (Role | null)[] {
  const width = Math.max(header.length, ...rows.map((row) => row.length), 1);
  const taken = new Set<Role>();
  const roles = Array.from({ length: width }, (_, column) => {
    const name = (header[column] ?? '').replace(/[*_`]/g, '').trim();
    const explicit = /^(?:action items?|actions?)$/i.test(name)
      ? 'text'
      : headers.find(([role, pattern]) => !taken.has(role) && pattern.test(name))?.[0];
    if (explicit) taken.add(explicit);
    return explicit ?? null;
  });
  if (!roles.includes('text')) roles[widest(rows, roles)] = 'text';
  return roles;
}

function widest(rows: string[][], roles: (Role | null)[]): number {
  const length = (column: number) =>
    roles[column] ? -1 : rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);
  const best = roles.reduce((wide, _, column) => (length(column) > length(wide) ? column : wide), 0);
  return best;
}

function rowAction(
  row: string[],
  roles: (Role | null)[],
  header: string[],
  about: Day | null,
): DocumentAction {
  const cell = (role: Role) => row[roles.indexOf(role)] ?? '';
  const due = dayIn(cell('due'), about);
  const marked = doneMark(cell('text'));
  const own = ownerOf(marked.text);
  const owner = ownerIn(cell('owner'));
  const ticket = cell('ticket') || ticketIn(cell('text')) || null;
  const asides = row.flatMap((words, column) => {
    const role = roles[column];
    const held =
      role === 'text' ||
      role === 'ticket' ||
      (role === 'owner' && owner !== null) ||
      (role === 'due' && words === due);
    return held || words === ''
      ? []
      : [header[column] && role !== 'number' ? `${header[column]}: ${words}` : words];
  });
  return {
    text: [own.text, asides.length ? `(${asides.join('; ')})` : ''].filter(Boolean).join(' '),
    owner: owner ?? own.owner,
    done:
      marked.done ||
      isDoneStatus(cell('status')) ||
      row.some((words) => /\b(?:DONE|COMPLETED?)[\s*_.)]*$/.test(words)),
    kind: kindOf(cell('kind')),
    severity: severityOf(cell('severity')),
    due,
    ticket,
  };
}

function kindOf(words: string): DocumentAction['kind'] {
  const match = /\b(prevent|detect|mitigat|learn)/i.exec(words);
  const kinds = { prevent: 'prevent', detect: 'detect', mitigat: 'mitigate', learn: 'learn' } as const;
  return match ? kinds[match[1]!.toLowerCase() as keyof typeof kinds] : null;
}
