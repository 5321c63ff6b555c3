import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** What was compiled before, by the digest of everything that went in. A cache never fails a check: without a place to keep it, there is none. */
export interface Cache {
  readonly read: (digest: string) => Buffer | undefined;
  readonly write: (digest: string, content: Buffer) => void;
}

export function openCache(env: NodeJS.ProcessEnv = process.env): Cache {
  const folder = candidates(env).find(usable);
  const place = (digest: string): string => join(folder ?? "", `${digest}.tar.gz`);
  return {
    read: (digest) => (folder === undefined || !existsSync(place(digest)) ? undefined : attempt(() => readFileSync(place(digest)))),
    write: (digest, content) => {
      if (folder === undefined) return;
      attempt(() => {
        const part = `${place(digest)}.${process.pid}.part`;
        writeFileSync(part, content, { mode: 0o600 });
        renameSync(part, place(digest));
      });
    },
  };
}

function candidates({ XDG_CACHE_HOME: xdg }: NodeJS.ProcessEnv): readonly string[] {
  const home = attempt(homedir);
  const user = process.getuid?.() ?? "user";
  return [
    // The XDG base directory specification asks to ignore a relative path.
    ...(xdg?.startsWith("/") ? [join(xdg, "bulwark")] : []),
    ...(home === undefined || home === "" ? [] : [join(home, ".cache", "bulwark")]),
    join(tmpdir(), `bulwark-${user}`),
  ];
}

/** In a shared folder somebody else may have made ours first, and would then choose the rules we run. */
function usable(folder: string): boolean {
  return (
    attempt(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const status = lstatSync(folder);
      return status.isDirectory() && (process.getuid === undefined || status.uid === process.getuid()) && (status.mode & 0o022) === 0;
    }) ?? false
  );
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
