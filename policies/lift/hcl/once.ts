/** What is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for each name. */
export function onceBy<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, () => T>();
  return (name) => {
    const known = made.get(name) ?? once(() => make(name));
    made.set(name, known);
    return known();
  };
}
