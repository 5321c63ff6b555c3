import { Construct } from "constructs";
import { CognitoUserPool } from "#aws/cognito-user-pool";
import { CognitoUserPoolClient } from "#aws/cognito-user-pool-client";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";

export interface OperatorPoolProps extends InContext {
  /** Characters a password has at least. @default 14 @obligation OBL-IAM-1 */
  readonly passwordLength?: number;
  /** Minutes after which an operator signs in again. @default 720 @obligation OBL-IAM-9 */
  readonly sessionMinutes?: number;
}

/** Longer than what the rule asks for: these accounts can reach a whole fleet. Source: https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver */
const PASSWORD_LENGTH = 14;

/**
 * The people who run the fleet: invited and never signed up, with a second factor always, tokens that end with the shift, and sign-ins from
 * odd places refused. @obligation OBL-IAM-3 @obligation OBL-IAM-1 @obligation OBL-IAM-9
 * @setting cognito-mfa: a second factor always (`ON`)
 * @setting cognito-password-length: passwords have 14 characters
 * @setting cognito-threat-protection: sign-ins from odd places are refused (`ENFORCED`)
 * @setting cognito-hides-accounts: nobody learns who has an account
 * @setting cognito-no-password-flow: passwords are never sent
 * @setting cognito-deletion-protected: the pool is not deleted by one call (`ACTIVE`)
 * @cost operators who sign in within a month
 */
export class OperatorPool extends Construct {
  readonly pool: CognitoUserPool;
  readonly client: CognitoUserPoolClient;

  constructor(scope: Construct, id: string, props: OperatorPoolProps) {
    super(scope, id);
    const { context } = props;
    this.pool = new CognitoUserPool(this, "pool", {
      name: context.name("operators"),
      // Threat protection is part of the Plus plan. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html
      userPoolTier: "PLUS",
      usernameAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
      mfaConfiguration: "ON",
      softwareTokenMfaConfiguration: { enabled: true },
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      // Who can read a mailbox must not become an operator by it.
      accountRecoverySetting: { recoveryMechanism: [{ name: "admin_only", priority: 1 }] },
      passwordPolicy: {
        minimumLength: props.passwordLength ?? PASSWORD_LENGTH,
        passwordHistorySize: 24,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
        temporaryPasswordValidityDays: 1,
      },
      userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
      deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
      deletionProtection: "ACTIVE",
      lifecycle: { preventDestroy: true },
      tags: context.tags("identity"),
    });
    this.client = new CognitoUserPoolClient(this, "client", {
      name: context.name("console"),
      userPoolId: this.pool.id,
      // No secret: it would lie in Terraform's state, and a console in a browser could not keep it either.
      generateSecret: false,
      explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
      authSessionValidity: 3,
      accessTokenValidity: 15,
      idTokenValidity: 15,
      refreshTokenValidity: props.sessionMinutes ?? BASELINE.documents.access.sessionMinutes,
      tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" }],
    });
  }
}
