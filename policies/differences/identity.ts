import type { NotFlagged } from "./types.js";

/** Users, roles, policies, functions and who may call them. */
export const IDENTITY: readonly NotFlagged[] = [
  {
    checks: {
      checkov: ["CKV_AWS_11", "CKV_AWS_12", "CKV_AWS_14", "CKV_AWS_15"],
      trivy: ["AWS-0058", "AWS-0059", "AWS-0060", "AWS-0061"],
      regula: ["FG_R00021", "FG_R00022", "FG_R00023", "FG_R00024", "FG_R00086"],
      securityHub: ["IAM.7", "IAM.10", "IAM.11", "IAM.12", "IAM.13", "IAM.14"],
    },
    asked: "Console passwords mix small and capital letters, digits and symbols",
    why: "harmful",
    reason:
      "Mixtures lead to predictable passwords; NIST SP 800-63B forbids asking for them, and the CIS benchmark of AWS dropped them with 1.4",
    see: ["iam-password-length", "iam-password-reuse", "iam-no-console-users"],
  },
  {
    checks: {
      checkov: ["CKV_AWS_9"],
      trivy: ["AWS-0062"],
      kics: ["ce60d060-efb8-4bfd-9cf7-ff8945d00d90"],
      regula: ["FG_R00003"],
      securityHub: ["IAM.17"],
    },
    asked: "Console passwords expire after 90 days",
    why: "harmful",
    reason: "Forced changes lead to predictable passwords; length, no reuse and a second factor do not",
    see: ["iam-password-length", "iam-password-reuse"],
  },
  {
    checks: { kics: ["9ef7d25d-9764-4224-9968-fa321c56ef76"] },
    asked: "People may change their console password themselves",
    why: "no-security",
    reason: "Who changes it does not make it stronger; that there is one at all is what we flag",
    see: ["iam-no-console-users"],
  },
  {
    checks: { checkov: ["CKV_AWS_117"], securityHub: ["Lambda.3"] },
    asked: "Every function lies in a VPC",
    why: "harmful",
    reason: "A function without private resources gains a network and loses nothing it had",
  },
  {
    checks: { checkov: ["CKV_AWS_273"] },
    asked: "No IAM user stands in the stack",
    why: "other-place",
    reason:
      "A resource that can only fail cannot be mended in place; what a user may hold is judged: keys, console passwords, rights of its own",
    see: ["iam-no-user-keys", "iam-no-console-users", "iam-user-rights-through-groups"],
  },
  {
    checks: { checkov: ["CKV2_AWS_14", "CKV2_AWS_21"], kics: ["fc101ca7-c9dd-4198-a1eb-0fbe92e80044"], regula: ["FG_R00272"] },
    asked: "Every group has a user, every user a group",
    why: "no-security",
    reason: "A group without users grants nothing, a user without groups has no rights; members often stand in another stack",
    see: ["iam-user-rights-through-groups"],
  },
  {
    checks: {
      trivy: ["AWS-0123", "AWS-0145"],
      kics: ["3ddfa124-6407-4845-a501-179f90c65097", "b5681959-6c09-4f55-b42b-c40fa12d03ec"],
      securityHub: ["IAM.5", "IAM.19"],
    },
    asked: "Policies of users and groups demand a second factor",
    why: "other-place",
    reason:
      "A condition on MFA also stops what calls with a key; the console password itself is flagged, and access reviews name the factor of each person",
    see: ["iam-no-console-users", "iam-role-trust-account-bound", "access-second-factor"],
  },
  {
    checks: {
      trivy: ["AWS-0140", "AWS-0142", "AWS-0144", "AWS-0146", "AWS-0165", "AWS-0166", "AWS-0167", "AWS-0168", "AWS-0169"],
      securityHub: ["IAM.4", "IAM.6", "IAM.9", "IAM.3", "IAM.8", "IAM.22", "IAM.26", "IAM.18"],
    },
    asked:
      "The root user rests and has a second factor; keys are used, turned over and few; expired certificates are gone; a support role exists",
    why: "unknowable",
    reason: "State of the account that no Terraform shows; the credential report and Security Hub do",
    see: ["iam-no-user-keys"],
  },
  {
    checks: { kics: ["4003118b-046b-4640-b200-b8c7a4c8b89f"] },
    asked: "No user of the Identity Center is made in Terraform",
    why: "unknowable",
    reason: "Whether the directory has another source of people cannot be seen; when they leave is a matter of access reviews",
    see: ["access-reviewed", "access-expires"],
  },
  {
    checks: { kics: ["ce9dfce0-5fc8-433b-944a-3b16153111a8"] },
    asked: "Sessions of a permission set last an hour at most",
    why: "other-place",
    reason: "How long a session may last is decided for each person in the access review",
    see: ["access-expires"],
  },
  {
    checks: { kics: ["bbe3dd3d-fea9-4b68-a785-cfabe2bbbc54"] },
    asked: "Policies of resources name a principal",
    why: "no-security",
    reason: "AWS refuses a policy of a resource without one",
  },
  {
    checks: {
      checkov: ["CKV2_AWS_68"],
      kics: ["3206240f-2e87-4e58-8d24-3e19e7c83d7c", "1b3af2f9-af8c-4dfc-a0f1-a03adb70deb2"],
    },
    asked: "Notebooks, functions and container services have no role of an administrator",
    why: "other-place",
    reason: "The role and its policies are judged, whoever uses them",
    see: ["iam-no-administrator-access", "iam-policy-no-admin", "iam-policy-no-service-wildcard"],
  },
  {
    checks: { kics: ["5ba6229c-8057-433e-91d0-21cf13569ca9"] },
    asked: "The organisation has service control policies",
    why: "beyond",
    reason: "The stack of the organisation is another one",
  },
  {
    checks: { cdkNag: ["AwsSolutions-IAM4"] },
    asked: "Nobody has a policy that AWS manages",
    why: "other-place",
    reason: "Many of them are narrow and kept up to date; those that give everything, or all of a service, are found",
    see: ["iam-no-administrator-access", "iam-policy-no-service-wildcard", "iam-policy-resource-named"],
  },
  {
    checks: { cdkNag: ["AwsSolutions-COG4"] },
    asked: "REST methods are authorized by a user pool of Cognito",
    why: "other-place",
    reason: "IAM, a function or a certificate authorize as well; that something does is judged",
    see: ["apigateway-method-authorized", "apigatewayv2-route-authorized"],
  },
  {
    checks: { securityHub: ["Account.1", "Account.2"] },
    asked: "The account belongs to an organisation and names a contact for security",
    why: "unknowable",
    reason: "Both are set once for an account; a stack without them says nothing about it",
    see: ["incident-roles-covered"],
  },
  {
    checks: { securityHub: ["CloudFormation.3", "CloudFormation.4"] },
    asked: "Stacks of CloudFormation are protected against deletion and have a service role",
    why: "beyond",
    reason: "Terraform keeps the state here, and its own role decides; what such a stack declares is judged like the rest",
  },
  {
    checks: { securityHub: ["Cognito.3"] },
    asked: "Passwords of user pools mix small and capital letters, digits and symbols",
    why: "harmful",
    reason: "Mixtures lead to predictable passwords, and NIST SP 800-63B forbids asking for them; length and a second factor are asked for",
    see: ["cognito-password-length", "cognito-mfa", "cognito-threat-protection"],
  },
  {
    checks: { securityHub: ["EventBridge.3"] },
    asked: "Every event bus has a policy",
    why: "no-security",
    reason: "Without one nobody outside the account gets in; those that are written are judged",
    see: ["event-bus-policy-not-public"],
  },
  {
    checks: { securityHub: ["EventBridge.4"] },
    asked: "Global endpoints replicate their events",
    why: "no-security",
    reason: "A way to more availability that fits some designs",
  },
  {
    checks: { securityHub: ["PCA.1"] },
    asked: "Root authorities of Private CA are switched off",
    why: "unknowable",
    reason: "A root has to be on while it signs; when it may rest is a matter of operation that no plan shows",
  },
  {
    checks: { securityHub: ["ServiceCatalog.1"] },
    asked: "Portfolios of Service Catalog are shared inside the organisation only",
    why: "beyond",
    reason: "A catalogue for teams of the house is no part of an IoT backend",
  },
];
