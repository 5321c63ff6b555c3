import { Construct } from "constructs";
import { EcrLifecyclePolicy } from "#aws/ecr-lifecycle-policy";
import { EcrRepository } from "#aws/ecr-repository";
import type { DataClass, InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";

export interface ImageRepositoryProps extends InContext {
  /** Names the repository: `<product>/<name>`. @wiring */
  readonly name: string;
  /** Key of the images. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Images kept, the newest ones. @default 30 @obligation OBL-SDLC-12 */
  readonly keepImages?: number;
}

/**
 * Container images of the backend: scanned when pushed, their tags never moved, encrypted, old ones gone. @obligation OBL-SDLC-12 @obligation OBL-SDLC-8
 * @setting ecr-scan-on-push: images are scanned when pushed
 * @setting ecr-immutable-tags: a tag always means the same image (`IMMUTABLE`)
 * @setting ecr-customer-key: images are encrypted with a key of your own
 * @setting ecr-lifecycle: all but the newest 30 go, those without a tag after 14 days
 * @cost images kept, and scans of Inspector
 */
export class ImageRepository extends Construct {
  readonly repository: EcrRepository;
  readonly lifecyclePolicy: EcrLifecyclePolicy;

  constructor(scope: Construct, id: string, { context, name, key, keepImages = 30 }: ImageRepositoryProps) {
    super(scope, id);
    const dataClass: DataClass = key.dataClass;
    this.repository = new EcrRepository(this, "repository", {
      name: `${context.product}/${name}`,
      imageScanningConfiguration: { scanOnPush: true },
      imageTagMutability: "IMMUTABLE",
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: key.arn }],
      forceDelete: false,
      lifecycle: { preventDestroy: true },
      tags: context.tags(dataClass),
    });
    // Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
    this.lifecyclePolicy = new EcrLifecyclePolicy(this, "lifecycle", {
      repository: this.repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: "An image nobody names any more",
            selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
            action: { type: "expire" },
          },
          {
            rulePriority: 2,
            description: "All but the newest",
            selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepImages },
            action: { type: "expire" },
          },
        ],
      }),
    });
  }
}
