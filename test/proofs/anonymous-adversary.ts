/**
 * Somebody who has everything: the whole database with what lies beside its rows, the raw bytes, the server's log. And
 * who is told, to check their work against it, who asked what and when. Returns each way found from a question without
 * a name to whoever asked it, in words; none is as it should be.
 */
import { kendall } from './anonymous-order.ts';

export type DumpedRow = {
  table: string;
  /** rowid, or block and line */
  place: number;
  /** xmin; empty where the engine keeps none */
  transaction: string;
  values: Record<string, unknown>;
};
export type Page = { of: string | null; where: 'file' | 'journal'; bytes: Uint8Array };
export type Dump = { rows: DumpedRow[]; pages: Page[]; log: string[] };

export type Asked = {
  personId: string;
  /** what stands in their requests: session, its hash, what their browser carries */
  tokens: string[];
  title: string;
  secret: string;
  /** from when until when they asked, epoch ms by the house's clock */
  at: number;
  until: number;
};
export type Truth = {
  asked: Asked[];
  /** who may answer: all of them are told, or a gap would tell who asked */
  hosts: string[];
  /** method and path of every request that may be in the log */
  requests: string[];
  /** whether letters lie in the box still: then neither the raw bytes nor who was told is looked at */
  waiting?: boolean;
};

const QUARTER = 15 * 60_000;
/** For so long before and after they asked, whoever asked did nothing else. */
export const APART = 5_000;
const quarterOf = (at: number) => Math.floor(at / QUARTER);
const nameless = new Set(['letter_box', 'questions', 'question_replies']);

export function waysFound(dump: Dump, truth: Truth): string[] {
  const letters = dump.rows.filter(({ table, values }) => nameless.has(table) && isOfNobody(values));
  return [
    ...unfound(letters, truth),
    ...byValue(dump, letters),
    ...byTime(letters, truth),
    ...byWhatElseWasWritten(dump, truth),
    ...byOrder(letters, truth),
    ...byTransaction(letters, truth),
    ...(truth.waiting ? [] : byBeingLeftOut(dump, truth)),
    ...(truth.waiting ? [] : byBytes(dump, truth)),
    ...byLog(dump, truth),
  ];
}

const isOfNobody = ({ person_id: asker = null, by_id: by = null }: DumpedRow['values']) =>
  asker === null && by === null;

/** What was looked for in vain proves nothing. */
const unfound = (letters: DumpedRow[], { asked }: Truth) =>
  asked
    .filter(({ title }) => !letters.some(({ values }) => values.title === title))
    .map(({ title }) => `“${title}” is not in the dump`);

/** A value that stands with a question and also somewhere else: an id, a hash, a token, an address. */
function byValue({ rows }: Dump, letters: DumpedRow[]): string[] {
  const own = new Set(letters);
  const elsewhere = new Map<string, string>();
  for (const row of rows)
    if (!own.has(row)) for (const value of tellingValues(row)) elsewhere.set(value, row.table);
  return letters.flatMap((row) =>
    [...tellingValues(row)]
      .filter((value) => elsewhere.has(value))
      .map((value) => `${row.table} shares ${value.slice(0, 12)}… with ${elsewhere.get(value)}`),
  );
}

const ordinary = /^(open|answered|closed|\d{4}-\d\d-\d\d)$/;
/** What a host's answer puts there: it tells of the host, who gives it in their name. */
const byHosts = new Set(['question_replies.question_id', 'questions.answered_at']);
const tellingValues = ({ table, values }: DumpedRow) =>
  new Set(
    Object.entries(values)
      .filter(([name]) => !byHosts.has(`${table}.${name}`))
      .map(([, value]) => String(value ?? ''))
      .filter((value) => value.length >= 8 && !ordinary.test(value)),
  );

/** A moment that stands with a question, closer than the mark at which it was taken out. */
function byTime(letters: DumpedRow[], { asked }: Truth): string[] {
  const quarters = new Set(asked.map(({ at }) => quarterOf(at)));
  return letters.flatMap(({ table, values }) =>
    Object.entries(values)
      .filter(([, value]) => momentsIn(value).some((at) => at % QUARTER !== 0 && quarters.has(quarterOf(at))))
      .map(([name]) => `${table}.${name} holds the moment`),
  );
}

function momentsIn(value: unknown): number[] {
  const text = String(value ?? '');
  if (/^\d{13}$/.test(text)) return [Number(text)];
  if (/^\d{10}$/.test(text)) return [Number(text) * 1000];
  const written = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(written) ? [] : [written];
}

/** A row that names somebody, with a moment of just when they asked: they did nothing else then. */
function byWhatElseWasWritten({ rows }: Dump, { asked }: Truth): string[] {
  const spans = [0, ...[30, 15, 14, 7, 1].map((days) => days * 86_400_000)];
  return asked.flatMap(({ personId, tokens, at, until }) =>
    rows
      .filter(({ values }) => {
        const all = Object.values(values);
        if (!all.some((value) => value === personId || tokens.includes(String(value)))) return false;
        return all
          .flatMap(momentsIn)
          .some((moment) =>
            spans.some((span) => moment - span > at - APART && moment - span < until + APART),
          );
      })
      .map(({ table }) => `a row of ${table} that names somebody was written as they asked`),
  );
}

/** The order in which they lie, or in which their ids sort, against the order in which they were asked. */
function byOrder(letters: DumpedRow[], { asked }: Truth): string[] {
  const orders: Record<string, (row: DumpedRow) => number | string> = {
    place: ({ place }) => place,
    id: ({ values }) => String(values.id),
    secret_hash: ({ values }) => String(values.secret_hash),
  };
  return Object.entries(orders).flatMap(([name, key]) => {
    const batches = batchesOf(letters, asked).map((batch) => batch.map(key));
    const z = kendall(batches);
    return Math.abs(z) > 4 ? [`${name} follows the order of asking (z = ${z.toFixed(1)})`] : [];
  });
}

/** The questions of each quarter, in the order in which they were asked. */
function batchesOf(letters: DumpedRow[], asked: Asked[]): DumpedRow[][] {
  const batches = new Map<number, DumpedRow[]>();
  for (const { title, at } of [...asked].sort((a, b) => a.at - b.at)) {
    const row = letters.find(({ values }) => values.title === title);
    if (row) batches.set(quarterOf(at), [...(batches.get(quarterOf(at)) ?? []), row]);
  }
  return [...batches.values()];
}

/** Of one quarter all were written by one transaction, and answers have changed whole rows since. */
const byTransaction = (letters: DumpedRow[], { asked }: Truth) =>
  batchesOf(letters, asked).flatMap((batch) => {
    const untouched = batch.filter(
      ({ values }) => values.version === undefined || Number(values.version) === 1,
    );
    const count = new Set(untouched.map(({ transaction }) => transaction)).size;
    return count > 1 ? [`${count} transactions wrote the questions of one quarter`] : [];
  });

/** Whoever may answer and was told nothing has asked. */
function byBeingLeftOut({ rows }: Dump, { hosts, asked }: Truth): string[] {
  const quarters = new Set(asked.map(({ at }) => quarterOf(at)));
  const notices = rows.filter(
    ({ table, values }) => table === 'notices' && String(values.text).startsWith('Without a name'),
  );
  return [...quarters].flatMap((quarter) => {
    const mark = (quarter + 1) * QUARTER;
    const told = notices.filter(({ values }) => Number(values.at) === mark);
    const who = new Set(told.map(({ values }) => values.person_id));
    const left = hosts.filter((id) => !who.has(id));
    return left.length > 0 || who.size !== hosts.length
      ? [`${left.length} of ${hosts.length} hosts were not told at the mark`]
      : [];
  });
}

/** Words of a question where no row of it lies: a letter as it was put in, in the order of everything else. */
function byBytes({ pages }: Dump, { asked }: Truth): string[] {
  const kept = new Set(['questions', 'question_replies', 'articles', 'search_texts']);
  const texts = asked.map(({ title, secret }) => ({
    title: Buffer.from(title),
    secret: Buffer.from(secret),
  }));
  return pages.flatMap(({ of, where, bytes }) => {
    const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return texts.flatMap(({ title, secret }) => [
      ...(page.includes(secret) ? [`the secret lies in the ${where}`] : []),
      ...(!kept.has(of ?? '') && page.includes(title)
        ? [`a letter lies in a page of ${of ?? 'nothing'} in the ${where}`]
        : []),
    ]);
  });
}

/** A line that tells of an address, a secret or words; and lines that nobody's other requests explain. */
function byLog({ log }: Dump, { asked, requests }: Truth): string[] {
  const words = asked.flatMap(({ title, secret, tokens }) => [title, secret, ...tokens]);
  const telling = log
    .filter((line) => /nameless/i.test(line) || words.some((word) => line.includes(word)))
    .map((line) => `the log tells: ${line.slice(0, 80)}`);
  const left = new Map<string, number>();
  for (const request of requests) left.set(request, (left.get(request) ?? 0) + 1);
  const unexplained = log.flatMap((line) => {
    const read = requestIn(line);
    if (read === null) return [];
    const count = left.get(read) ?? 0;
    left.set(read, count - 1);
    return count > 0 ? [] : [`a line that nothing else explains: ${read}`];
  });
  return [...telling, ...unexplained];
}

function requestIn(line: string): string | null {
  try {
    const { event, method, path } = JSON.parse(line) as Record<string, string>;
    return event === 'request' ? `${method} ${path}` : null;
  } catch {
    return null;
  }
}
