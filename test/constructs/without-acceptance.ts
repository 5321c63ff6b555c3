/** A synthesized stack as if somebody had weakened the value by hand: the acceptance is gone from metadata and output. */
export function withoutAcceptance(text: string): string {
  const drop = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(drop);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (key === "bulwark" || key === "bulwark_deviations" ? [] : [[key, drop(inner)]])),
    );
  };
  return JSON.stringify(drop(JSON.parse(text)));
}
