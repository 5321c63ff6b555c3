import { parseTraversal } from "./address.js";

/** One piece of a Terraform string template. */
export type Part = { readonly kind: "text"; readonly text: string } | { readonly kind: "expression"; readonly source: string };

/**
 * Splits a Terraform template into text and interpolations: `$${` and `%%{` are literal, `%{ ... }` directives count as expressions, braces and
 * strings inside an interpolation are followed. An interpolation that does not end is literal text.
 * Source: developer.hashicorp.com/terraform/language/expressions/strings
 */
export function splitTemplate(template: string): readonly Part[] {
  if (!template.includes("${") && !template.includes("%{")) return [{ kind: "text", text: template }];
  const parts: Part[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    const char = template[at] as string;
    if ((char === "$" || char === "%") && template[at + 1] === char && template[at + 2] === "{") {
      text += `${char}{`;
      at += 3;
      continue;
    }
    if ((char === "$" || char === "%") && template[at + 1] === "{") {
      const end = expressionEnd(template, at + 2);
      if (end >= 0) {
        if (text !== "") parts.push({ kind: "text", text });
        text = "";
        parts.push({ kind: "expression", source: char === "$" ? template.slice(at + 2, end).trim() : `%{${template.slice(at + 2, end)}}` });
        at = end + 1;
        continue;
      }
    }
    text += char;
    at += 1;
  }
  if (text !== "" || parts.length === 0) parts.push({ kind: "text", text });
  return parts;
}

/** Offset of the brace that closes an interpolation; keeps its own stack, so nesting depth costs no call stack. */
function expressionEnd(template: string, start: number): number {
  // "{" an expression level, '"' a string level.
  const open: string[] = ["{"];
  for (let at = start; at < template.length; at += 1) {
    const char = template[at];
    if (open[open.length - 1] === '"') {
      if (char === "\\") at += 1;
      else if (char === '"') open.pop();
      else if ((char === "$" || char === "%") && template[at + 1] === "{" && template[at - 1] !== char) {
        open.push("{");
        at += 1;
      }
    } else if (char === '"') open.push('"');
    else if (char === "{") open.push("{");
    else if (char === "}") {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}

/** The whole source is one traversal and nothing else (`aws_kms_key.k["a.b"].arn`). */
export const isTraversal = (source: string): boolean => parseTraversal(source) !== undefined && /^[A-Za-z_]/.test(source);

const START = /[\p{L}_]/u;
const INSIDE = /[\p{L}\p{N}_-]/u;

/** Every traversal in an expression, in order: function names, attribute names of objects and text in quotes are left out. */
export function traversalsOf(source: string): readonly string[] {
  const found: string[] = [];
  let inString = false;
  const templates: number[] = [];
  let braces = 0;
  for (let at = 0; at < source.length; ) {
    const char = source[at] as string;
    if (inString) {
      if (char === "\\") at += 2;
      else if (char === '"') {
        inString = false;
        at += 1;
      } else if ((char === "$" || char === "%") && source[at + 1] === "{" && source[at - 1] !== char) {
        templates.push(braces);
        braces = 0;
        inString = false;
        at += 2;
      } else at += 1;
      continue;
    }
    if (char === '"') {
      inString = true;
      at += 1;
    } else if (char === "{") {
      braces += 1;
      at += 1;
    } else if (char === "}") {
      if (braces === 0 && templates.length > 0) {
        braces = templates.pop() as number;
        inString = true;
      } else braces = Math.max(0, braces - 1);
      at += 1;
    } else if (START.test(char)) {
      const end = traversalEnd(source, at);
      const text = source.slice(at, end);
      // Behind a point goes on what began with an index that is an expression.
      if (source[end] !== "(" && source[at - 1] !== ".") found.push(text);
      at = end;
    } else at += 1;
  }
  return found;
}

/** Reads names, `.name`, `[0]` and its older form `.0`, `["key"]` and `[*]`; an index that is an expression ends the traversal, its inside is scanned on its own. */
function traversalEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && INSIDE.test(source[at] as string)) at += 1;
  for (;;) {
    if (source[at] === "." && at + 1 < source.length && /[\p{L}_\d*]/u.test(source[at + 1] as string)) {
      at += 1;
      if (source[at] === "*") at += 1;
      else while (at < source.length && INSIDE.test(source[at] as string)) at += 1;
      continue;
    }
    if (source[at] === "[") {
      const index = /^\[(?:\d+|\*|"(?:[^"\\$%]|\\.)*")\]/.exec(source.slice(at, at + 400))?.[0];
      if (index !== undefined) {
        at += index.length;
        continue;
      }
    }
    return at;
  }
}
