import { ANY, STAR } from "./glob.js";
import type { IotPolicy } from "./parse.js";
import { identityOf, isIdentity } from "./reach-identity.js";
import type { Template } from "./template.js";

type Token = Template["tokens"][number];
type Level = readonly Token[];

/** Source: docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
export const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/;
export const NAME_LETTERS: ReadonlySet<string> = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-");

/** How a policy writes names: what two devices under it may be called, and which whole topic levels then belong to them. */
export interface Naming {
  /** Names that the attacker may bear. */
  attackers(word: string): readonly string[];
  /** Names that another device may bear, beside this attacker. */
  victims(word: string, attacker: string): readonly string[];
  /** The topic levels that name this device. */
  levelsOf(name: string): ReadonlySet<string>;
  /** Client ids that the policy spells out. */
  readonly clientIds: readonly string[];
  /** A word for device names that the policy itself does not hold. */
  fresh(word: string): string;
}

/**
 * Topic patterns say which names would fall under them: `dt/sensor-*` is of interest for a device called `sensor-1`, `client/${thing}*` for two
 * devices of which one bears the other's name as a prefix. Every level with a wildcard gives such a name.
 */
export function namingOf(policies: readonly IotPolicy[]): Naming {
  const statements = policies.flatMap((policy) => policy.statements);
  const templates = statements.flatMap((statement) => statement.resources);
  const levels = templates.flatMap((template) => levelsOf(template).slice(1));
  const values = statements.flatMap(({ conditions }) =>
    conditions.flatMap(({ about: { operator, values: texts } }) => (/String|Arn/.test(operator) ? texts : [])),
  );
  const literals = new Set(levels.flatMap((level) => (level.every((token) => typeof token === "string") ? [level.join("")] : [])));
  const clientIds = spelledClientIds(policies);
  const text = [...templates.map((template) => template.source), ...values].join("\n");

  const shaped = (word: string, attacker: string | undefined): string[] => {
    const wild = levels.filter((level) => level.some((token) => token === STAR || token === ANY));
    return wild.map((level) => spell(level, word, attacker)).filter((name) => name !== undefined);
  };
  const usable = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => THING_NAME.test(name) && !literals.has(name));
  const fromValues = (word: string): string[] => values.map((value) => value.replaceAll("*", word).replaceAll("?", word.charAt(0)));
  return {
    attackers: (word) => [
      ...usable([word, ...shaped(word, undefined)]),
      ...[...clientIds, ...fromValues(word)].filter((name) => THING_NAME.test(name)),
    ],
    victims: (word, attacker) =>
      [...usable([...shaped(word, undefined), ...shaped(word, attacker), ...fromValues(word), word]), ...clientIds].filter(
        (name) => name !== attacker,
      ),
    clientIds,
    levelsOf(name) {
      const named = levels.filter((level) => level.some(isIdentityToken)).map((level) => spell(level, undefined, name));
      return new Set([name, ...named.filter((level) => level !== undefined)]);
    },
    fresh(word) {
      let fresh = word;
      for (let i = 1; text.includes(fresh); i++) fresh = `${word}${i}`;
      return fresh;
    },
  };
}

/** Spelled-out client ids looked at; each is one more device to try. */
const MAX_CLIENT_IDS = 6;

function spelledClientIds(policies: readonly IotPolicy[]): readonly string[] {
  const grants = policies.flatMap(({ statements }) =>
    statements.filter(({ effect, actions }) => effect === "Allow" && actions.has("iot:Connect")),
  );
  const ids = grants.flatMap(({ resources }) =>
    resources.flatMap((template) => {
      const [arn = [], ...levels] = levelsOf(template);
      const kind = arn.at(-1);
      if (typeof kind !== "string" || !kind.endsWith(":client")) return [];
      return levels.every((level) => level.every((token) => typeof token === "string"))
        ? [levels.map((level) => level.join("")).join("/")]
        : [];
    }),
  );
  return [...new Set(ids)].slice(0, MAX_CLIENT_IDS);
}

/**
 * Groups of shared subscriptions that the policies let `name` join: `$share/<group>/<filter>` hands its messages out among the group.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/mqtt.html#mqtt5-shared-subscription
 */
export function shareGroups(policies: readonly IotPolicy[], name: string): readonly string[] {
  const templates = policies.flatMap(({ statements }) =>
    statements.flatMap(({ actions, resources }) => (actions.has("iot:Subscribe") ? resources : [])),
  );
  const groups = templates.flatMap((template) => {
    const [, first = [], group = []] = levelsOf(template);
    const shares = spell(first, "", undefined)?.startsWith("$share") === true;
    return shares ? (spell(group, "group", name) ?? []) : [];
  });
  return [...new Set(groups)].filter((group) => group !== "" && !/[+#]/.test(group));
}

const isIdentityToken = (token: Token): boolean => typeof token === "object" && isIdentity(token.variable);

/** A level as text: `word` for each star, its first letter for each `?`, `name` for each variable that holds one; undefined when that cannot be. */
function spell(level: Level, word: string | undefined, name: string | undefined): string | undefined {
  let text = "";
  for (const token of level) {
    const part =
      typeof token === "string"
        ? token
        : token === STAR
          ? word
          : token === ANY
            ? word?.charAt(0)
            : name === undefined
              ? undefined
              : identityOf(token.variable, name);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function levelsOf(template: Template): readonly Level[] {
  const levels: Token[][] = [[]];
  for (const token of template.tokens) {
    if (typeof token !== "string") levels.at(-1)?.push(token);
    else
      for (const [i, part] of token.split("/").entries()) {
        if (i > 0) levels.push([]);
        if (part !== "") levels.at(-1)?.push(part);
      }
  }
  return levels;
}

/**
 * Topics that the policy's own words suggest: variables that hold a name filled with a victim's, or else one level at a time, first levels first.
 * They are only tried; whether they are allowed and whose they are is decided elsewhere.
 */
export function suggestedTopics(policies: readonly IotPolicy[], victims: readonly string[]): readonly string[] {
  const levelLists = policies.flatMap((policy) => policy.statements.flatMap((statement) => statement.resources.map(levelsOf)));
  return levelLists.flatMap(([arn = [], ...levels]) => {
    if (!/:topic(filter)?$/.test(spell(arn, "", undefined) ?? "")) return [];
    const fill = (named: number, victim: string): string[] => {
      const filled = levels.map((level, i) => (i === named ? victim : spell(level, "data", victim)));
      return filled.includes(undefined) ? [] : [filled.join("/")];
    };
    if (levels.some((level) => level.some(isIdentityToken))) return victims.flatMap((victim) => fill(-1, victim));
    return levels.flatMap((level, i) =>
      level.every((token) => typeof token === "string") ? [] : victims.flatMap((victim) => fill(i, victim)),
    );
  });
}
