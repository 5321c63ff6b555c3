import { readFileSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { BulwarkError } from "../../model/errors.js";

/** What one machine must have for one run, and what it has. The figures are measured on Node 20 with OpenSSL 3.0. */
export interface Preflight {
  readonly workers: number;
  readonly descriptors: { readonly needed: number; readonly limit: number | null };
  readonly memoryBytes: { readonly needed: number; readonly free: number };
}

/** A device with its own certificate: 73 KB client side, 50 KB broker side, 9.5 KB kernel for the pair; MQTT.js adds 16 KB. */
const BYTES_PER_DEVICE = 150_000;
const BYTES_PER_PROCESS = 90_000_000;
/** Files, pipes and channels a Node process holds besides. */
const SPARE_DESCRIPTORS = 100;
/** Exclusive (source, destination, port) tuples of one source address, where ip_local_port_range cannot be read: Linux's default. */
const DEFAULT_PORTS = 28_232;
const DEVICES_PER_WORKER = 250;

/** @throws BulwarkError BW_PREFLIGHT with the arithmetic and the way out */
export function preflight(devices: number, workersWanted: number | undefined, distinctSources: boolean): Preflight {
  const workers = Math.min(
    devices,
    workersWanted ?? Math.max(1, Math.min(availableParallelism(), Math.ceil(devices / DEVICES_PER_WORKER))),
  );
  const limit = descriptorLimit();
  // The broker process holds every connection; blocked and attacking connections come on top.
  const needed = Math.ceil(devices * 1.1) + SPARE_DESCRIPTORS;
  if (limit !== null && needed > limit) {
    throw new BulwarkError("BW_PREFLIGHT", {
      problem: `the broker process needs ${needed} file descriptors for ${devices} devices, the limit is ${limit}`,
      remedy: `Raise it (ulimit -n ${needed}) or simulate at most ${Math.floor((limit - SPARE_DESCRIPTORS) / 1.1)} devices.`,
    });
  }
  const ports = portsPerSource();
  if (!distinctSources && devices > ports) {
    throw new BulwarkError("BW_PREFLIGHT", {
      problem: `${devices} connections from one address need as many ephemeral ports, the system has ${ports}`,
      remedy: `Simulate at most ${ports} devices, or use a system that answers on all of 127.0.0.0/8.`,
    });
  }
  const bytes = devices * BYTES_PER_DEVICE + (workers + 1) * BYTES_PER_PROCESS;
  const free = availableMemory();
  if (bytes > free) {
    throw new BulwarkError("BW_PREFLIGHT", {
      problem: `${devices} devices need about ${mib(bytes)} MiB, ${mib(free)} MiB are available`,
      remedy: `Simulate at most ${Math.max(0, Math.floor((free - (workers + 1) * BYTES_PER_PROCESS) / BYTES_PER_DEVICE))} devices.`,
    });
  }
  return { workers, descriptors: { needed, limit }, memoryBytes: { needed: bytes, free } };
}

const mib = (bytes: number): number => Math.round(bytes / 1_048_576);

function descriptorLimit(): number | null {
  const soft = /^Max open files\s+(\d+)/m.exec(readOrEmpty("/proc/self/limits"))?.[1];
  return soft === undefined ? null : Number(soft);
}

function portsPerSource(): number {
  const [from, to] = readOrEmpty("/proc/sys/net/ipv4/ip_local_port_range").trim().split(/\s+/).map(Number);
  return from === undefined || to === undefined || Number.isNaN(to) ? DEFAULT_PORTS : to - from + 1;
}

function availableMemory(): number {
  const kib = /^MemAvailable:\s+(\d+) kB/m.exec(readOrEmpty("/proc/meminfo"))?.[1];
  return kib === undefined ? freemem() : Number(kib) * 1024;
}

/** Accepts lost because a listen queue was full, since boot; null where the kernel does not say. */
export function listenOverflows(): number | null {
  const lines = readOrEmpty("/proc/net/netstat").split("\n");
  const names = lines[0]?.split(" ") ?? [];
  const value = lines[1]?.split(" ")[names.indexOf("ListenOverflows")];
  return value === undefined ? null : Number(value);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
