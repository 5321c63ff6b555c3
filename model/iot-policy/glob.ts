/**
 * Patterns of AWS policies: `*` is any run of characters (level separators included), `?` exactly one UTF-16 code unit, and everything
 * else, MQTT's `+` and `#` too, is itself. Source: docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html
 *
 * A pattern is held as the pieces between its stars. The first piece is pinned to the start, the last to the end, and each one between
 * goes to its leftmost place; taking the leftmost never loses a match, so nothing is tried twice: at most text x pattern steps, no backtracking.
 */
export interface Piece {
  readonly text: string;
  /** True where the piece has a `?`; absent when it has none, which lets the search use `indexOf`. */
  readonly holes?: readonly boolean[];
}

/** Never empty; one piece means no star at all. */
export type Glob = readonly Piece[];

/** Marks for the two wildcards in a token list; everything else in it is literal text. */
export const STAR = Symbol("*");
export const ANY = Symbol("?");
export type GlobToken = string | typeof STAR | typeof ANY;

export function compileGlob(pattern: string): Glob {
  const tokens: GlobToken[] = [];
  let literal = "";
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char !== "*" && char !== "?") {
      literal += char;
      continue;
    }
    if (literal !== "") tokens.push(literal);
    literal = "";
    tokens.push(char === "*" ? STAR : ANY);
  }
  if (literal !== "") tokens.push(literal);
  return globOf(tokens);
}

export function globOf(tokens: readonly GlobToken[]): Glob {
  const pieces: Piece[] = [];
  let text = "";
  let holes: boolean[] | undefined;
  const flush = (): void => {
    pieces.push(holes === undefined ? { text } : { text, holes });
    text = "";
    holes = undefined;
  };
  for (const token of tokens) {
    if (token === STAR) flush();
    else if (token === ANY) {
      holes ??= new Array<boolean>(text.length).fill(false);
      holes.push(true);
      text += "?";
    } else {
      if (holes !== undefined) for (let i = 0; i < token.length; i++) holes.push(false);
      text += token;
    }
  }
  flush();
  return pieces;
}

export function matchGlob(glob: Glob, text: string): boolean {
  const first = glob[0];
  const last = glob[glob.length - 1];
  if (first === undefined || last === undefined) return false;
  if (glob.length === 1) return text.length === first.text.length && standsAt(first, text, 0);
  if (text.length < first.text.length + last.text.length) return false;
  if (!standsAt(first, text, 0) || !standsAt(last, text, text.length - last.text.length)) return false;
  let from = first.text.length;
  const end = text.length - last.text.length;
  for (let i = 1; i < glob.length - 1; i++) {
    const piece = glob[i];
    if (piece === undefined) return false;
    const at = find(piece, text, from, end);
    if (at < 0) return false;
    from = at + piece.text.length;
  }
  return true;
}

function find(piece: Piece, text: string, from: number, end: number): number {
  if (piece.holes === undefined) {
    const at = text.indexOf(piece.text, from);
    return at >= 0 && at + piece.text.length <= end ? at : -1;
  }
  for (let at = from; at + piece.text.length <= end; at++) if (standsAt(piece, text, at)) return at;
  return -1;
}

function standsAt(piece: Piece, text: string, at: number): boolean {
  if (piece.holes === undefined) return text.startsWith(piece.text, at);
  if (at + piece.text.length > text.length) return false;
  for (let i = 0; i < piece.text.length; i++) {
    if (piece.holes[i] !== true && piece.text.charCodeAt(i) !== text.charCodeAt(at + i)) return false;
  }
  return true;
}
