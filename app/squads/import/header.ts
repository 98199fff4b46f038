/** A column that a table may have: its name here, and what else it is called in the files people have. */
export type Column = { key: string; needed?: boolean; also: string[] };

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** Where each column stands in a header. Upper case, spaces and underscores do not matter. Refuses in words. */
export function readHeader(
  cells: string[],
  columns: readonly Column[],
): { at: Map<string, number>; ignored: string[] } | { refused: string } {
  const names = cells.map((cell) => cell.trim());
  const at = new Map<string, number>();
  const ignored: string[] = [];
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const column = columns.find(({ key, also }) => [key, ...also].some((one) => plain(one) === plain(name)));
    if (!column) ignored.push(name);
    else if (at.has(column.key))
      return { refused: `Two columns are called ${column.key}: keep one of them.` };
    else at.set(column.key, index);
  }
  const missing = columns.filter(({ key, needed }) => needed && !at.has(key)).map(({ key }) => key);
  if (missing.length === 0) return { at, ignored };
  const found = names.filter(Boolean);
  return {
    refused:
      `The first line must name the columns. Missing: ${missing.join(', ')}. ` +
      `Found: ${found.length > 0 ? shortened(found).join(', ') : 'none'}. ` +
      `Known: ${columns.map(({ key }) => key).join(', ')}.`,
  };
}

const shortened = (names: string[]) => names.slice(0, 20).map((name) => name.slice(0, 40));
