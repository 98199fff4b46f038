import { type Token, Tokenizer, type Tokens } from 'marked';

/** Thrown where a text nests deeper than anybody would write. */
export class TooTangled extends Error {
  override name = 'TooTangled';
}

const CELL = 100;

/**
 * Reads Markdown with so many steps and no more: some texts take marked time that grows with the square of their
 * length, and everybody else's page waits. A step is about a character looked at again. Emphasis and tables that
 * cannot be afforded any more stay the characters they are; lists and quotations throw `TooTangled`.
 */
export class BoundedTokenizer extends Tokenizer<string, string> {
  #left: number;

  constructor(length: number) {
    super();
    this.#left = 500_000 + 20 * length;
  }

  #spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }

  #within<Nested extends Token>(token: Nested | undefined): Nested | undefined {
    if (token && !this.#spend(token.raw.length)) throw new TooTangled();
    return token;
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#within(super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#within(super.list(src));
  }

  override emStrong(src: string, masked: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
    if (src[0] !== '*' && src[0] !== '_') return undefined;
    if (this.#left <= 0) return undefined;
    const token = super.emStrong(src, masked, before);
    // What is found is read once more, for what it holds; what is not, has been looked for to the end.
    this.#spend(token ? 8 * token.raw.length : src.length);
    return token;
  }

  override del(src: string, masked: string, before = ''): Tokens.Del | undefined {
    if (src[0] !== '~') return undefined;
    if (this.#left <= 0) return undefined;
    const token = super.del(src, masked, before);
    this.#spend(token ? 8 * token.raw.length : src.length);
    return token;
  }

  /** Rows may be shorter than the head: cells are made up that nobody wrote, and each costs as much as a written one. */
  override table(src: string): Tokens.Table | undefined {
    const head = /^([^\n]+)\n[ \t]*[|:-][ \t|:-]*(?:\n|$)/.exec(src);
    if (!head) return undefined;
    const end = src.search(/\n[ \t]*(?:\n|$)/);
    const rows = (end < 0 ? src : src.slice(0, end)).split('\n').length;
    const columns = head[1]!.split('|').length;
    if (rows * columns * CELL > this.#left) return undefined;
    const token = super.table(src);
    this.#spend(token ? (token.rows.length + 1) * token.header.length * CELL : src.length);
    return token;
  }
}
