/** An address as a number with its width; IPv4-mapped IPv6 (`::ffff:192.0.2.1`, what a dual-stack socket reports) counts as IPv4. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

export interface Cidr extends Address {
  readonly prefix: number;
}

const MAPPED = 0xffffn;

/** Undefined when the text is not an address. */
export function parseAddress(text: string): Address | undefined {
  if (!text.includes(":")) {
    const value = ipv4(text);
    return value === undefined ? undefined : { bits: 32, value };
  }
  const value = ipv6(text);
  if (value === undefined) return undefined;
  return value >> 32n === MAPPED ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}

/** `192.0.2.0/24`, `2001:db8::/32` or a single address. Undefined when it is neither. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash < 0) return { ...address, prefix: address.bits };
  const digits = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(digits)) return undefined;
  const prefix = Number(digits);
  return prefix <= address.bits ? { ...address, prefix } : undefined;
}

export function cidrContains(cidr: Cidr, address: Address): boolean {
  if (cidr.bits !== address.bits) return false;
  const shift = BigInt(cidr.bits - cidr.prefix);
  return cidr.value >> shift === address.value >> shift;
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? "");
  const tail = halves.length === 2 ? groups(halves[1] ?? "") : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  let value = 0n;
  for (const group of [...head, ...new Array<number>(missing).fill(0), ...tail]) value = (value << 16n) | BigInt(group);
  return value;
}

/** The 16-bit groups of one side of `::`; the last may be dotted IPv4. */
function groups(side: string): number[] | undefined {
  if (side === "") return [];
  const out: number[] = [];
  const parts = side.split(":");
  for (const [index, part] of parts.entries()) {
    if (part.includes(".") && index === parts.length - 1) {
      const value = ipv4(part);
      if (value === undefined) return undefined;
      out.push(Number(value >> 16n), Number(value & 0xffffn));
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) out.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return out;
}
