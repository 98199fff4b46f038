export type Severity = 1 | 2 | 3 | 4 | 5;

const grades: [Severity, RegExp][] = [
  [1, /^(?:critical|blocker|emergency|highest|catastrophic|urgent|very high)\b/],
  [2, /^(?:high|major|severe|serious)\b/],
  [3, /^(?:medium|moderate|normal|significant)\b/],
  [4, /^(?:low|minor)\b/],
  [5, /^(?:lowest|informational|info|trivial|cosmetic|negligible)\b/],
];

/** A severity or a priority as people write it ("SEV-2", "P1", "High", "2 - major") on the scale from 1 critical to 5 informational. */
export function severityOf(words: string): Severity | null {
  const plain = words
    .replace(/[*_`"'[\]()]/g, ' ')
    .trim()
    .toLowerCase();
  const level = /^(?:(?:sev(?:erity)?|s|p|prio(?:rity)?|level|lvl|tier)\s?[-:.#]?\s?)?([0-5])(?![\d.])/.exec(
    plain,
  );
  if (level) return Math.max(1, Number(level[1])) as Severity;
  return grades.find(([, grade]) => grade.test(plain))?.[0] ?? null;
}

const label =
  /(?:^|[\n|(>])[\s*_>|-]{0,8}(?:incident |issue )?(?:severity|sev|priority|urgency|impact level)(?: level| rating)?[\s*_]{0,4}[:|=-][\s*_:|]{0,6}([^\n|]{1,60})/gi;

/** The severity that a document states of itself under such a label; null where it states none. */
export function statedSeverity(text: string): Severity | null {
  for (const match of text.matchAll(label)) {
    const severity = severityOf(match[1]!);
    if (severity) return severity;
  }
  const said = /\bseverity (?:[\w-]+ ){0,6}(?:is|was|as)\s([^\n]{1,40})/i.exec(text);
  return said && /^[*_]{0,2}[a-z]/i.test(said[1]!) ? severityOf(said[1]!) : null;
}
