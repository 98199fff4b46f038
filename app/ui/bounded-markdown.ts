import { Lexer, type MarkedOptions, type Token, Tokenizer, type Tokens } from 'marked';

/** Thrown where a text is too tangled to be read in part. */
class TooTangled extends Error {
  override name = 'TooTangled';
}

const STEPS = 30_000_000;
const DEEPEST = 40;
const LONGEST_PARAGRAPH = 10_000;
const CELL = 500;

/** What one reading may still cost; a step is about a character that is looked at again. */
class Budget {
  #left = STEPS;
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }
  affords = (steps: number) => this.#left > steps;
}

const asWritten = (raw: string): Tokens.Code => ({ type: 'code', raw, text: raw });
const asText = (raw: string): Tokens.Text => ({ type: 'text', raw, text: raw, escaped: false });

class BoundedTokenizer extends Tokenizer<string, string> {
  private readonly budget: Budget;

  constructor(budget: Budget) {
    super();
    this.budget = budget;
  }

  // The first that is asked about every block …
  override space(src: string): Tokens.Space | undefined {
    if (this.budget.spend(1000 + src.length / 20)) return super.space(src);
    return asWritten(src) as unknown as Tokens.Space;
  }

  // … and the first about every piece of a line.
  override escape(src: string): Tokens.Escape | undefined {
    if (this.budget.spend(100 + src.length / 8)) return super.escape(src);
    return { type: 'escape', raw: src, text: src };
  }

  override emStrong(src: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    if (!/^[*_]/.test(src)) return undefined;
    const token = super.emStrong(src, masked, before);
    this.budget.spend(token ? 8 * token.raw.length : 2 * src.length);
    return token;
  }

  /** Short rows are filled up: cells that nobody wrote cost as much as others. */
  override table(src: string): Tokens.Table | undefined {
    const head = /^([^\n]+)\n[ \t]*[|:-][ \t|:-]*(?:\n|$)/.exec(src);
    if (!head) return undefined;
    const end = src.search(/\n[ \t]*(?:\n|$)/);
    const rows = (end < 0 ? src : src.slice(0, end)).split('\n').length;
    this.budget.spend(end < 0 ? src.length : end);
    const steps = rows * head[1]!.split('|').length * CELL;
    if (!this.budget.affords(steps)) return undefined;
    this.budget.spend(steps);
    return super.table(src);
  }
}

/**
 * Reads Markdown in so many steps and no more. Some texts take marked a time that grows with the square of their
 * length, or nest until the stack ends, and everybody else's page waits meanwhile. What is beyond the bounds is shown
 * as it was written: a very long paragraph, what nests very deep, the rest of a text that has cost too much.
 */
export class BoundedLexer extends Lexer<string, string> {
  readonly #budget: Budget;
  #depth = 0;

  constructor(options: MarkedOptions<string, string>) {
    const budget = new Budget();
    super({ ...options, tokenizer: new BoundedTokenizer(budget) });
    this.#budget = budget;
  }

  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): never {
    if (!this.#budget.spend(250 + 10 * src.length) && this.#depth > 0) throw new TooTangled();
    if (this.#depth >= DEEPEST) tokens.push(asWritten(src));
    else this.#deeper(() => super.blockTokens(src, tokens, lastParagraphClipped));
    return tokens as never;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    const affordable = this.#budget.spend(2 * src.length);
    if (!affordable || src.length > LONGEST_PARAGRAPH || this.#depth >= DEEPEST) tokens.push(asText(src));
    else this.#deeper(() => super.inlineTokens(src, tokens));
    return tokens;
  }

  #deeper(read: () => unknown): void {
    this.#depth++;
    try {
      read();
    } finally {
      this.#depth--;
    }
  }
}
