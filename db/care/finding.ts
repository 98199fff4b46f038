/** One thing that was looked at. `look`: it works, and somebody should know; `wrong`: it does not, or soon will not. */
export type Finding = { name: string; state: 'ok' | 'look' | 'wrong'; says: string };

export const ok = (name: string, says: string): Finding => ({ name, state: 'ok', says });
export const look = (name: string, says: string): Finding => ({ name, state: 'look', says });
export const wrong = (name: string, says: string): Finding => ({ name, state: 'wrong', says });

/** For the terminal: a line each, and further lines of one under it. */
export function inLines(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const indent = `\n${' '.repeat('wrong'.length + width + 4)}`;
  return findings
    .map(
      ({ name, state, says }) =>
        `${state.padEnd(5)}  ${name.padEnd(width)}  ${says.replaceAll('\n', indent)}`,
    )
    .join('\n');
}

/** What it comes to, in a sentence. */
export function inShort(findings: Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  if (count('wrong') > 0) return `${count('wrong')} wrong, ${count('look')} to look at.`;
  return count('look') > 0 ? `Nothing is wrong, ${count('look')} to look at.` : 'All is well.';
}

/** A size as people say it. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${Math.round(bytes / 1e6)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;
