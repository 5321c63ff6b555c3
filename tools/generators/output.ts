/** A generated file that is committed. `file` is relative to the repository; `content` is the whole file. */
export interface Output {
  readonly file: string;
  readonly content: string;
}

/** Makes outputs from source; same source, same bytes. */
export type Generator = () => readonly Output[] | Promise<readonly Output[]>;
