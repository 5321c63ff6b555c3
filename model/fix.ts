/** How a rule's finding is mended, for each place where that can be done; a rule has one at least. Each is a line of code, or a sentence. */
export interface Fix {
  /** Terraform. */
  readonly terraform?: string;
  /** TypeScript with a construct of the library. */
  readonly construct?: string;
  /** YAML of a document of the dossier, or of the waivers. */
  readonly document?: string;
}

export interface Remedy {
  readonly key: keyof Fix;
  /** `construct`, `Terraform` or `document`. */
  readonly place: string;
  readonly text: string;
}

const PLACES = [
  ["construct", "construct"],
  ["terraform", "Terraform"],
  ["document", "document"],
] as const satisfies readonly (readonly [keyof Fix, string])[];

/** What a fix holds, in the order in which all reports show it. */
export const fixesOf = (fix: Readonly<Partial<Record<keyof Fix, string | undefined>>>): readonly Remedy[] =>
  PLACES.flatMap(([key, place]) => {
    const text = fix[key];
    return text === undefined ? [] : [{ key, place, text }];
  });

/** Whether the text of a remedy is a line of Terraform, TypeScript or YAML; else it is a sentence. What stands in quotes and brackets does not count. */
export function isCode(text: string): boolean {
  let bare = text.trim().replace(/"[^"]*"/g, '""');
  if (!/[={]|: /.test(bare)) return false;
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\{[^{}]+\}/g, "{}").replace(/\[[^[\]]+\]/g, "[]");
  }
  return !SENTENCE.test(bare);
}

/** A full stop, a semicolon, an alternative in words, or a verb with a capital letter in front. */
const SENTENCE = /[a-z)]\. |[a-z)\]}"*]\.$|; |, (?:or|and) |^[A-Z][a-z]+ (?![={])/;
