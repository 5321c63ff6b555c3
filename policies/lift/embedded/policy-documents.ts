import type { Resource, UnknownValue } from "../../../model/resource.js";
import type { ValueObject } from "../normal.js";
import { renderPolicyDocument } from "./policy-document.js";

/** Where a document attribute is set by reference to something that may hold the document: filled in once that is lifted. */
export interface PendingDocument {
  readonly holder: ValueObject;
  readonly attribute: string;
  readonly value: UnknownValue;
}

/** The `aws_iam_policy_document` data sources of an input, written out where an attribute refers to one. */
export class PolicyDocuments {
  readonly #documents = new Map<string, Resource["values"]>();

  add(resources: readonly Resource[]): void {
    for (const { type, address, values } of resources) if (type === "aws_iam_policy_document") this.#documents.set(address, values);
  }

  /**
   * @param all whether there is nothing more to be lifted
   * @returns whether no policy document that is yet to be lifted may be meant
   */
  settle({ holder, attribute, value }: PendingDocument, all = false): boolean {
    const [ref, ...more] = value.refs;
    if (ref === undefined || more.length > 0 || value.$unknown !== "reference" || !ref.includes("aws_iam_policy_document.")) return true;
    const source = this.#documents.get(ref);
    if (source === undefined) return false;
    let found = true;
    const document = renderPolicyDocument(source, (address) => {
      const taken = this.#documents.get(address);
      found &&= taken !== undefined;
      return taken;
    });
    if (!found && !all) return false;
    if (document !== undefined) holder[attribute] = document;
    return true;
  }
}
