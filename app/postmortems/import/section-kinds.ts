/** What a section is for; a section that is none of these goes by a slug of its heading. */
export type SectionKind =
  | 'summary'
  | 'timeline'
  | 'key-events'
  | 'root-cause'
  | 'contributing-factors'
  | 'impact'
  | 'detection'
  | 'response'
  | 'resolution'
  | 'went-well'
  | 'went-wrong'
  | 'got-lucky'
  | 'lessons-learned'
  | 'action-items'
  | 'background';

/** In order: the first that matches counts. */
const meanings: [SectionKind, RegExp][] = [
  [
    'went-wrong',
    /\b(?:went|gone|go) (?:wrong|badly|poorly)|(?:didn.?t|did not|not) (?:go|work)(?: so| very| as)? ?(?:well|planned|right)?\b|could (?:have|be) (?:\w+ )?(?:better|improved)|what (?:can|could) (?:we|be) (?:do better|improve)/,
  ],
  [
    'went-well',
    /\b(?:went|gone|go|worked|did) (?:well|right|good)\b|\bwhat (?:worked|helped|stopped it)\b|\bpositives\b/,
  ],
  ['got-lucky', /\bluck(?:y|ily)?\b/],
  [
    'key-events',
    /^(?:key|important|major|significant) (?:events|dates|times|timestamps|moments|milestones)|^milestones$/,
  ],
  [
    'timeline',
    /\btime ?-?lines?\b|\bchronolog(?:y|ical)|\bsequence of events\b|\b(?:event|incident|activity) log\b|^(?:log|order|history|course|list) of events\b|^events?$|^what happened(?:,)?(?: and)? when/,
  ],
  ['background', /\bcall to action\b|\bshould (?:i|you|users|we all)\b|\bcan (?:you|users) do\b/],
  [
    'response',
    /\bactions? (?:we )?(?:already )?(?:taken|performed|done)|\bimmediate (?:actions?|response)\b|\bresponse\b|\bhow did we respond\b/,
  ],
  [
    'action-items',
    /\bactions?\b|\bfollow[ -]?ups?\b(?! questions)|\bnext steps?\b|\bto ?-?dos?\b|\bremediations?\b|\b(?:corrective|prevent(?:at)?ive|prevention) (?:measures?|steps?|items?|tasks?|plans?)\b|^prevention$|^corrective and prevent|\baction plan|\bwork items?\b|\b(?:future|planned|proposed|suggested|process|technical) (?:improvements?|measures?|work)\b|^improvements?$|^recommendations?$|^tasks?$|^(?:jira |github )?(?:tickets|issues)$|\bwhat (?:are we|we are|we.re|will we|we will|we.ll|we plan to) (?:do|doing|change|changing|improve)|\bpreventing (?:this|recurrence|future)/,
  ],
  ['contributing-factors', /\bcontribut(?:ing|ory|ing causes)|\bfactors\b/],
  [
    'root-cause',
    /\broot[ -]causes?\b|^(?:the )?(?:underlying |proximate |probable )?causes?\b|\bwhy (?:did )?(?:it|this) (?:happen|occur)|\bwhat allowed (?:it|this)\b|\bfive whys\b|\b5 whys\b|\bfault\b/,
  ],
  ['lessons-learned', /\blessons?\b|\blearnings?\b|\btake-?aways?\b|\bwhat (?:did|have|can) we learn/],
  [
    'detection',
    /\bdetect(?:ion|ed)\b|^identified$|\bdiscover(?:y|ed)\b|\bhow (?:was|were|did we) (?:this |it |the \w+ )?(?:notice|detect|discover|find|found)/,
  ],
  ['impact', /\bimpact\b|^(?:who|what) was affected|\bscope\b|\bblast radius\b/],
  [
    'resolution',
    /\bresol(?:ution|ved?|ving)\b|\brecover(?:y|ed)\b|\bmitigations?\b|\bthe fix\b|\bhow (?:was|did we) (?:it |this )?(?:fix|resolve)/,
  ],
  ['background', /^background\b|^context$/],
  [
    'summary',
    /\bsummary\b|^(?:incident )?overview$|^tl;?dr|^abstract$|^(?:incident )?description$|^synopsis$|^what (?:almost )?happened\b|^introduction$/,
  ],
];

/** The words of a heading without emphasis, emoji, numbering, links' addresses, brackets and a final colon, in lower case. */
function plainHeading(heading: string): string {
  return heading
    .slice(0, 300)
    .replace(/\]\([^()]{0,300}\)/g, ']')
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/[*_`~[\]#]|:[a-z_]{2,30}:/g, '')
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, '')
    .replace(/[’‘]/g, "'")
    .trim()
    .replace(/^(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s{1,4}|^\d{1,2}(?:\.\d{1,2}){0,3}\s{1,4}/i, '')
    .replace(/[\s:?!.–—-]{1,10}$/, '')
    .toLowerCase();
}

/** The kind of a section by its heading; null for a heading of its own kind, or a sentence. */
export function kindOfHeading(heading: string): SectionKind | null {
  const plain = plainHeading(heading);
  if (/^time (?:to|taken|between)\b/.test(plain)) return null;
  const words = plain.split(/\s+/);
  const telling = words.length > 10 ? words.slice(0, 2).join(' ') : plain;
  return meanings.find(([, pattern]) => pattern.test(telling))?.[0] ?? null;
}

/** The kind of a section by a label within running text, where only a few plain words count. */
export function kindOfLabel(label: string): SectionKind | null {
  const plain = plainHeading(label);
  return plain.split(/\s+/).length > 4 ? null : kindOfHeading(label);
}

/** A key for a section that has no known kind: "time-to-repair". */
export function slugOf(heading: string): string {
  const slug = plainHeading(heading)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'section';
}
