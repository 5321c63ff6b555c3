/** A synthesized stack as JSON that a mutation may change. */
export type Block = Record<string, unknown>;

export interface Mutation {
  /** The secure default that is switched off. */
  readonly off: string;
  /** Resource type and the end of the construct path of the one resource that is changed. */
  readonly type: string;
  readonly path: string;
  readonly change: (resource: Block, stack: Stack) => void;
  /** The one rule that must turn red. */
  readonly rule: string;
  /** Address of the resource that fails, when it is not the changed one (a bucket, for what its companion says). */
  readonly fails?: { readonly type: string; readonly path: string };
}

export interface Stack {
  readonly resource: Record<string, Record<string, Block>>;
}

interface PolicyStatement extends Block {
  Sid?: string;
  Action?: unknown;
  Resource?: unknown;
  Condition?: Record<string, unknown>;
}

export const set =
  (path: string, value: unknown) =>
  (resource: Block): void => {
    const { holder, key } = descend(resource, path);
    holder[key] = value;
  };

export const drop =
  (path: string) =>
  (resource: Block): void => {
    const { holder, key } = descend(resource, path);
    if (!(key in holder)) throw new Error(`${path} is not there to be dropped`);
    delete holder[key];
  };

/** The resource itself goes. */
export const remove = (resource: Block, stack: Stack): void => {
  for (const named of Object.values(stack.resource))
    for (const [name, candidate] of Object.entries(named)) if (candidate === resource) delete named[name];
};

export function both(...changes: readonly Mutation["change"][]): Mutation["change"] {
  return (resource, stack) => {
    for (const change of changes) change(resource, stack);
  };
}

/** Changes the statements of a policy document given as JSON text. */
export const statements =
  (attribute: string, edit: (statements: PolicyStatement[]) => PolicyStatement[]) =>
  (resource: Block): void => {
    const document = JSON.parse(String(resource[attribute])) as { Statement: PolicyStatement[] };
    document.Statement = edit(document.Statement);
    resource[attribute] = JSON.stringify(document);
  };

export const add =
  (attribute: string, ...more: readonly PolicyStatement[]) =>
  (resource: Block): void =>
    statements(attribute, (present) => [...present, ...more])(resource);

export const statement =
  (attribute: string, sid: string, edit: (statement: PolicyStatement) => void) =>
  (resource: Block): void =>
    statements(attribute, (present) => {
      const found = present.find((candidate) => candidate.Sid === sid);
      if (found === undefined) throw new Error(`no statement ${sid} in ${attribute}`);
      edit(found);
      return present;
    })(resource);

export const without = (attribute: string, sid: string): ((resource: Block) => void) =>
  statements(attribute, (present) => {
    const kept = present.filter((candidate) => candidate.Sid !== sid);
    if (kept.length === present.length) throw new Error(`no statement ${sid} in ${attribute}`);
    return kept;
  });

/** `a.b[0].c`; a block written as an object or as an array is entered either way. */
function descend(root: Block, path: string): { readonly holder: Block; readonly key: string } {
  const keys = path.split(".");
  let holder = root;
  for (const key of keys.slice(0, -1)) {
    const next = holder[key];
    const inner = Array.isArray(next) ? next[0] : next;
    if (typeof inner !== "object" || inner === null) throw new Error(`${path}: ${key} is not a block`);
    holder = inner as Block;
  }
  return { holder, key: keys.at(-1) ?? path };
}
