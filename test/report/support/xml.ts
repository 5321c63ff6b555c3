/** An element of a strictly read XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads the XML that reports are made of: a declaration, elements, attributes, text and character references. Anything else, and anything that
 * is not well-formed (XML 1.0, 2.1 and 2.2), throws.
 */
export function parseXml(source: string): XmlElement {
  for (const character of source)
    if (!/[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(character))
      throw new Error(`U+${character.codePointAt(0)?.toString(16)} is no XML character`);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!source.startsWith(declaration)) throw new Error("no declaration");
  const [root, end] = element(source, declaration.length);
  if (source.slice(end).trim() !== "") throw new Error("something follows the root element");
  return root;
}

function element(source: string, start: number): [XmlElement, number] {
  const open = /<([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/y;
  open.lastIndex = start;
  const match = open.exec(source);
  if (match === null) throw new Error(`no element at ${source.slice(start, start + 60)}`);
  const [whole, name = "", list = "", selfClosing] = match;
  const attributes: Record<string, string> = {};
  for (const [, key = "", value = ""] of list.matchAll(/([A-Za-z][\w-]*)="([^"<]*)"/g)) {
    if (key in attributes) throw new Error(`${key} is given twice`);
    attributes[key] = decoded(value.replace(/[\t\n\r]/g, " "));
  }
  let at = start + whole.length;
  if (selfClosing === "/") return [{ name, attributes, children: [], text: "" }, at];
  const children: XmlElement[] = [];
  let text = "";
  for (;;) {
    const next = source.indexOf("<", at);
    if (next < 0) throw new Error(`${name} is not closed`);
    const between = source.slice(at, next);
    if (between.includes("]]>")) throw new Error("]]> in text");
    text += decoded(between);
    if (source.startsWith(`</${name}>`, next)) return [{ name, attributes, children, text }, next + name.length + 3];
    const [child, end] = element(source, next);
    children.push(child);
    at = end;
  }
}

const decoded = (text: string): string =>
  text.replace(/&([^;&]*;?)/g, (whole, body: string) => {
    const named = ENTITIES[body.slice(0, -1)];
    const code = /^#(\d+);$/.exec(body)?.[1];
    if (named !== undefined && body.endsWith(";")) return named;
    if (code !== undefined) return String.fromCodePoint(Number(code));
    throw new Error(`${whole} is no reference`);
  });
