const abbreviations =
  'UTC|GMT|Z|WET|WEST|CET|CEST|EET|EEST|MSK|BST|IST|SGT|HKT|JST|KST|AEST|AEDT|ACST|AWST|NZST|NZDT|BRT|ART|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AKST|HST|SAST|PKT|ICT|WIB|TRT|PHT';
const names =
  '(?:US[ /])?(?:Eastern|Central|Mountain|Pacific|British Summer|Central European(?: Summer)?|Greenwich Mean|Coordinated Universal|Universal|Indian Standard)(?: (?:Standard|Daylight|Summer))?(?: Time)?';
const places = '(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Etc)/[A-Z][A-Za-z_/]{1,40}';
const offset =
  '(?:UTC|GMT)?[+−-](?:0\\d|1[0-4])(?::?[0-5]\\d)|(?:UTC|GMT) ?[+−-] ?\\d{1,2}(?::?[0-5]\\d)?(?![\\d:])';
const zone = new RegExp(
  `(?:${places}|${offset}|(?:${abbreviations})(?![A-Za-z\\d])|${names}\\b|[Ll]ocal(?: time)?\\b)`,
  'y',
);
const lowerCase = /(?:utc|gmt|cest|cet|pst|pdt|est|edt|bst)\b/y;

/** Reads the name of a time zone that begins exactly at `from`. */
export function scanZone(text: string, from: number): { zone: string; to: number } | null {
  for (const shape of [zone, lowerCase]) {
    shape.lastIndex = from;
    const match = shape.exec(text);
    if (match) return { zone: match[0], to: from + match[0].length };
  }
  return null;
}

const declarations = [
  /(?<![A-Za-z])(?:time(?:s|stamps?)?|timings?)\b[^.\n|]{0,40}?\b(?:are in|is in|in|are|is|use|using)\s{1,3}(?:the\s)?[*_`(]{0,3}/gi,
  /(?<![A-Za-z])time(?:s|stamps?)?:?\s{1,3}[*_`([]{0,3}/gi,
  /\btime ?zone\b[*_`:\s|=]{1,8}/gi,
  /\(\s{0,3}(?:all )?(?:times )?(?:are )?(?:in )?/gi,
  /\bin /gi,
];

const place = /[A-Z][A-Za-z]{1,15}\/[A-Z][A-Za-z_]{2,30}/y;

/** The zone that a text says its times are in ("all times in CET", "Time (UTC)", "Timezone: PST"), as it is written there. */
export function declaredZone(text: string): string | null {
  const flowing = text.replace(/(\S)\n(?=\S)/g, '$1 ');
  for (const [index, declaration] of declarations.entries()) {
    for (const match of flowing.matchAll(declaration)) {
      const at = match.index + match[0].length;
      place.lastIndex = at;
      const zone = scanZone(flowing, at)?.zone ?? (index === 0 ? place.exec(flowing)?.[0] : undefined);
      if (zone && zone !== 'Z' && !/^local/i.test(zone)) return zone;
    }
  }
  const [sentence] = /(?<![A-Za-z])all times\b[^.\n]{0,80}/i.exec(flowing) ?? [''];
  for (const { index } of sentence.matchAll(/(?<![\w/])[A-Z]{3}/g)) {
    const found = scanZone(sentence, index);
    if (found) return found.zone;
  }
  return null;
}

/** The zone that a sentence about all times names; for text outside of a timeline, where a zone alone says little. */
export function zoneOfAllTimes(text: string): string | null {
  const sentence = /(?<![A-Za-z])all times\b[^.\n]{0,60}|\btime ?zone\b[^.\n]{0,40}/i.exec(text);
  return sentence && declaredZone(sentence[0]);
}

/** The zone that most times of a text are written in. */
export function usualZone(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?/gi)) {
    const zone = scanZone(text, match.index + match[0].length)?.zone;
    if (zone && zone !== 'Z') counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
