/** One statement of an IAM, resource or AWS IoT policy. Every ARN in it is a literal, so that a plan knows the whole document. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly [kind in "AWS" | "Service"]?: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

/**
 * The JSON text of a policy. Plain text, never Terraform's `jsonencode`: a document inside an expression cannot be read before apply,
 * neither by a person who reviews the plan nor by a rule.
 */
export const policyDocument = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Refuses every request that does not come over TLS. [EN 303 645 5.5-1] Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
export const denyPlainText = (action: string, resource: string | readonly string[]): Statement => ({
  Sid: "DenyPlainText",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resource,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});
