import { lostWords } from '#app/postmortems/import/words.ts';
import { missingIn, tokens } from '#test/postmortems/import/tokens.ts';

import { documents } from './documents.ts';
import type { Proof } from './proof.ts';

/**
 * Counted twice, and the larger count taken: as the importer itself counts, which forgives the marks of lists and the
 * labels of owners, and word by word against what the command line prints.
 */
export const proof: Proof = {
  name: 'importer-words-lost',
  unit: 'words lost',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const { documents: all, are } = documents();
    let lost = 0;
    for (const { json, source, reading } of all) {
      const ours = lostWords(source, reading);
      const anybodys = missingIn(inLowerCase(json), source.toLowerCase());
      const words = ours.length > anybodys.length ? ours : anybodys;
      if (words.length > 0) tell(`${json.file}: ${words.join(' ')}`);
      lost += words.length;
    }
    const count = (texts: string[]) => texts.reduce((sum, text) => sum + tokens(text).length, 0);
    const words = count(all.map(({ source }) => source));
    const aside = count(all.map(({ reading }) => reading.unplaced));
    return {
      figure: lost,
      note: `${words} words of ${are}; ${aside} of them kept aside, as of no known part`,
    };
  },
};

/** Marks that are not kept are told of in lower case. */
const inLowerCase = (value: unknown) => JSON.parse(JSON.stringify(value).toLowerCase()) as unknown;
