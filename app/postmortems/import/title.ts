/** A title out of the name of a file, where a document has none: "2021-05-09-negative-values.md" is "2021 05 09 negative values". */
export function titleFrom(fileName: string): string {
  const stem = fileName
    .split(/[\\/]/)
    .at(-1)!
    .replace(/(?:\.(?:md|markdown|erb|html|txt|mdx))+$/i, '');
  return stem
    .split('__')
    .at(-1)!
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
