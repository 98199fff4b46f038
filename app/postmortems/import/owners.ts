/** An action item's text without its owner, and the owner. */
export type Owned = { owner: string | null; text: string };

const label =
  /(?:^|[\s([,;.–—|-])[*_]{0,3}(?:owners?|owned by|assignees?|assigned(?: to)?|responsible|dri)[*_]{0,3}\s?[:=][*_]{0,3}\s{0,2}/iu;
const mention = '(?:@[A-Za-z\\d][\\w.-]{0,38}\\w|\\[@[^\\]\\n]{1,40}\\](?:\\([^()\\s]{1,200}\\))?)';
const mentions = new RegExp(
  `^[*_]{0,2}(${mention}(?:(?:, ?| and | & |/| \\+ )${mention}){0,3})[*_]{0,2}\\s?[:–—-]\\s{0,3}(?=\\S)`,
  'u',
);
const mentioned = new RegExp(`^[*_]{0,2}(${mention})[*_]{0,2} (?:to|will|should|is)\\b`, 'u');
const signed = new RegExp(
  `\\s[(\\[–—-]{0,2}\\s?(${mention}(?:(?:, ?| and | & |/)${mention}){0,3})[)\\]]?\\.?$`,
  'u',
);
const nobody = /^(?:none|n\/?a|tb[dac]|unassigned|nobody|no one|open|-|–|—|\?*|tbc)$/i;

/** Reads the owner off an action item: "Owner: Jane", "@jane: …", "… (@jane)". Without one the text comes back as it is. */
export function ownerOf(text: string): Owned {
  return labelled(text) ?? fromMention(text) ?? { owner: null, text };
}

/** An owner as a cell or a heading has it; null where it says that there is none. */
export function ownerIn(words: string): string | null {
  const owner = words.replace(/^[*_\s]+|[*_\s]+$/g, '');
  return owner === '' || nobody.test(owner) ? null : owner;
}

function labelled(text: string): Owned | null {
  const match = label.exec(text);
  if (!match) return null;
  const start = match.index + match[0].length;
  const value = /^[^()[\].,;|·\n–—]{0,60}|/
    .exec(text.slice(start))![0]
    .split(/\s-\s|\s(?:due|by|status|ticket|eta)\b/i)[0]!;
  const link = /^\[[^\]\n]{1,60}\](?:\([^()\s]{1,300}\))?/.exec(text.slice(start))?.[0];
  const owner = (link ?? value).trim();
  let end = start + (link ?? value).length;
  let from = match.index;
  const opened = /[([]/.exec(match[0]);
  if (opened && /^[)\]]/.test(text.slice(end))) end++;
  else if (opened) from += match[0].indexOf(opened[0]) + 1;
  if (owner === '' || nobody.test(owner.replace(/[*_]/g, ''))) return null;
  const before = text
    .slice(0, from)
    .trimEnd()
    .replace(/[,;–—|-]$/, '')
    .trimEnd();
  const after = text.slice(end).replace(/^[*_]{1,3}/, '');
  return { owner: owner.replace(/^[*_]+|[*_]+$/g, ''), text: joined(before, after) };
}

function joined(before: string, after: string): string {
  if (/[([]$/.test(before)) return `${before}${after.replace(/^[\s,;·]{1,5}/, '')}`.trim();
  const rest = before === '' ? after.replace(/^\s*[,;.:–—|-]\s*/, '') : after;
  return `${before}${/^\s*[.,;:!?)\]]/.test(rest) ? '' : ' '}${rest.trim()}`.trim();
}

function fromMention(text: string): Owned | null {
  const lead = mentions.exec(text);
  if (lead) return { owner: lead[1]!, text: text.slice(lead[0].length) };
  const subject = mentioned.exec(text);
  if (subject) return { owner: subject[1]!, text };
  const [first, ...more] = text.split('\n');
  const last = signed.exec(first!.slice(-300));
  if (!last) return null;
  const cut = first!.length - last[0].length;
  return { owner: last[1]!, text: [first!.slice(0, cut).trimEnd(), ...more].join('\n') };
}

const suffix = /\s(?:\(([^()]{2,40})\)|\[([^[\]]{2,40})\](?!\()|[–—-]\s([^–—()[\].]{2,40}))\.?$/u;
const personal = /^\p{Lu}\p{Ll}[\p{L}'’-]{0,20}\.?(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|team|squad)){0,2}$/u;
const states =
  /^(?:done|completed?|closed|open|fixed|resolved|merged|in progress|todo|optional|high|medium|low|critical|short|long|mid|issue|link|ticket|pull|see|part|phase|pr|prevent\w*|detect\w*|mitigat\w*|process)\b/i;

/** Names that close items as "… (Jane Doe)" or "… - Jane": believed where most items of a list have one. */
export function ownersBySuffix(texts: string[]): Owned[] | null {
  const read = texts.map((text): Owned => {
    const [first, ...more] = text.split('\n');
    const match = suffix.exec(first!.slice(-80));
    const owner = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!owner || !personal.test(owner.trim()) || states.test(owner.trim())) return { owner: null, text };
    return {
      owner: owner.trim(),
      text: [first!.slice(0, first!.length - match![0].length).trimEnd(), ...more].join('\n'),
    };
  });
  const found = read.filter(({ owner }) => owner !== null);
  const full = found.filter(({ owner }) => owner!.includes(' '));
  return found.length >= 2 && found.length * 2 > texts.length
    ? read
    : full.length === texts.length && full.length > 0
      ? read
      : null;
}

/** Whether a heading or a line is nothing but somebody's name: "@jane", "Platform team", or a name that the document knows. */
export function namesOwner(words: string, people: Set<string>): boolean {
  const plain = words.replace(/^[*_#\s]+|[*_:\s]+$/g, '');
  if (new RegExp(`^${mention}$`, 'u').test(plain)) return true;
  if (people.has(plain.toLowerCase())) return true;
  return personal.test(plain) && /\s(?:team|squad)$/i.test(plain);
}

const roles =
  /^\W{0,6}(?:post-?mortem |incident )?(?:authors?|attendees?|participants?|people|persons?|involved|responders?|reviewers?|owners?|leads?|on-?call|commander|coordinator|scribe|present|incident (?:commander|lead|manager))\b[^:|=\n]{0,30}[:|=]?(.*)$/i;
const names = /\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{0,20}\.?){0,2}/gu;

/** The people whom a document introduces as authors, attendees, responders and so on, first names too, in lower case. */
export function peopleIn(texts: string[]): Set<string> {
  const people = new Set<string>();
  let listing = false;
  for (const text of texts) {
    const match = text.length < 600 ? roles.exec(text) : null;
    const listed = listing && /^\s*(?:[-*+]|\d{1,2}\.)\s/.test(text);
    if (match) listing = true;
    else if (text.trim() !== '' && !listed) listing = false;
    for (const [name] of (match?.[1] ?? (listed ? text : '')).slice(0, 600).matchAll(names)) {
      people.add(name.toLowerCase());
      people.add(name.split(' ')[0]!.toLowerCase());
    }
  }
  return people;
}
