import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

import type { Fault } from './fault.ts';

/** Reads a JSON file of content/ by its schema: what it says, or every fault with its line. */
export function readJson<S extends z.ZodType>(
  text: string,
  schema: S,
): { value: z.output<S> } | { faults: Fault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [{ line: lineOfFault(text, (error as Error).message), text: 'This is not JSON.' }] };
  }
  const read = schema.safeParse(json);
  if (read.success) return { value: read.data };
  const lineOf = linesOf(text);
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      line: lineOf(path),
      text: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    })),
  };
}

/** Node names the position of most faults, of others what stands ten characters around them, and of some nothing. */
function lineOfFault(text: string, message: string): number {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  const at = position ? Number(position) : placeOf(text, message);
  if (at !== null) return text.slice(0, at).split('\n').length;
  return parseDocument(text).errors[0]?.linePos?.[0].line ?? text.split('\n').length;
}

function placeOf(text: string, message: string): number | null {
  const [, before, around = '', after] =
    /^Unexpected token .+?, (\.\.\.)?"(.*)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (before) return text.indexOf(around) + 10;
  return after ? around.length - 10 : null;
}

/** The line in which what a path leads to begins; of what is missing, that in which it is missing. JSON is YAML, too. */
export function linesOf(text: string): (path: readonly PropertyKey[]) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path) => {
    for (let upTo = path.length; upTo >= 0; upTo -= 1) {
      const node = document.getIn(path.slice(0, upTo), true) as { range?: [number, number, number] } | null;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}
