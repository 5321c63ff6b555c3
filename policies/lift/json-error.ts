/**
 * Offset at which a text stops being JSON. The engine's own error does not always tell, so once it has refused a text the grammar of RFC 8259
 * is walked to the place. The length of the text when it ends too early, or when no fault is found.
 */
export function jsonFault(text: string): number {
  const open: ("{" | "[")[] = [];
  let at = 0;
  // What may come next: a value, a key, a key or the end of an object, a value or the end of an array, or whatever follows a value.
  let want: "value" | "key" | "key-or-end" | "value-or-end" | "after" = "value";
  const space = /[ \t\r\n]*/y;
  const string = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    take(space);
    if (at >= text.length) return text.length;
    const char = text[at];
    if (want === "after") {
      const inside = open[open.length - 1];
      if (char === "," && inside !== undefined) want = inside === "{" ? "key" : "value";
      else if ((char === "}" && inside === "{") || (char === "]" && inside === "[")) open.pop();
      else return at;
      at += 1;
    } else if (want === "key" || want === "key-or-end") {
      if (char === "}" && want === "key-or-end") {
        open.pop();
        want = "after";
        at += 1;
        continue;
      }
      if (!take(string)) return at;
      take(space);
      if (text[at] !== ":") return at;
      at += 1;
      want = "value";
    } else if (char === "]" && want === "value-or-end") {
      open.pop();
      want = "after";
      at += 1;
    } else if (char === "{" || char === "[") {
      open.push(char);
      want = char === "{" ? "key-or-end" : "value-or-end";
      at += 1;
    } else if (take(string) || take(scalar)) want = "after";
    else return at;
  }
}
