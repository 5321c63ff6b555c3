import { Construct } from "constructs";
import { BulwarkError } from "../../model/errors.js";
import { parseVersion } from "../../model/firmware/manifest.js";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { SOFTWARE_PACKAGE, SOFTWARE_PACKAGE_VERSION } from "../base/cfn-typed-update.js";
import type { DeviceModel } from "../identity/thing-types.js";
import type { FirmwareStore } from "./firmware-store.js";

/** An object of the firmware bucket in one version of it, so that what was released cannot be changed later. */
export interface PinnedObject {
  /** Key below `signed/` or `sbom/`. @obligation OBL-SDLC-8 */
  readonly key: string;
  /** S3 version id. @obligation OBL-SDLC-8 */
  readonly versionId: string;
}

/** One release of one model's firmware. The pipeline uploads both files first; the stack then says what they are. */
export interface SoftwareRelease {
  /** Name of the model it is for. @wiring */
  readonly model: string;
  /** `major.minor.patch`; a name that moves, such as `latest`, is refused. @obligation OBL-SDLC-8 */
  readonly version: string;
  /** The signed image, below `signed/`. @obligation OBL-SDLC-7 */
  readonly image: PinnedObject;
  /** ZIP of SPDX or CycloneDX JSON, below `sbom/`. @obligation OBL-SDLC-4 */
  readonly sbom: PinnedObject;
  /** What a device needs to know before it installs, such as the version floor; no secrets. @default {} @obligation OBL-SDLC-13 */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface SoftwareCatalogueProps extends InContext {
  /** Device models of the fleet. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
  /** Where the firmware lies. @wiring */
  readonly store: FirmwareStore;
  /** What was released, each with its image and its list of components. @default [] @obligation OBL-SDLC-4 */
  readonly releases?: readonly SoftwareRelease[];
}

/**
 * Which software there is, version by version, each with its image and its list of components: when a library turns out to be vulnerable this
 * says which devices run it. A version starts as a draft; publishing it is an act of the release pipeline, not of a stack.
 * @obligation OBL-SDLC-4 @obligation OBL-SDLC-8
 * @setting iot-resource-tagged: packages and versions say whose they are
 * @cost nothing
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/preparing-to-use-software-package-catalog.html
 */
export class SoftwareCatalogue extends Construct {
  readonly packages: ReadonlyMap<string, CfnTyped<typeof SOFTWARE_PACKAGE>>;
  readonly versions: readonly CfnTyped<typeof SOFTWARE_PACKAGE_VERSION>[];

  constructor(scope: Construct, id: string, props: SoftwareCatalogueProps) {
    super(scope, id);
    const { context, models, store, releases = [] } = props;
    store.grantComponentLists();
    this.packages = new Map(
      models.map((model) => [
        model.name,
        new CfnTyped(this, model.name, {
          context,
          type: SOFTWARE_PACKAGE,
          dataClass: "firmware",
          properties: { PackageName: context.name(model.name), Description: `Firmware of ${model.description}` },
        }),
      ]),
    );
    this.versions = releases.map((release) => this.addVersion(props, release));
  }

  private addVersion({ context, store }: SoftwareCatalogueProps, release: SoftwareRelease): CfnTyped<typeof SOFTWARE_PACKAGE_VERSION> {
    const ofModel = this.packages.get(release.model);
    if (ofModel === undefined)
      return this.refuse("model", release.model, `no such model; known are ${[...this.packages.keys()].join(", ")}`);
    if (parseVersion(release.version) === undefined) return this.refuse("version", release.version, "needs the form 1.4.2");
    const pinned = (property: string, folder: string, { key, versionId }: PinnedObject) => {
      if (!key.startsWith(`${folder}/`)) return this.refuse(property, key, `lies outside ${folder}/`);
      if (versionId === "") return this.refuse(property, key, "needs the S3 version id");
      return { S3Location: { Bucket: store.bucket.bucketName, Key: key, Version: versionId } };
    };
    return new CfnTyped(this, `${release.model}-${release.version}`, {
      context,
      type: SOFTWARE_PACKAGE_VERSION,
      dataClass: "firmware",
      dependsOn: [ofModel.resource, store.bucket.policy],
      properties: {
        PackageName: context.name(release.model),
        VersionName: release.version,
        Artifact: pinned("image", "signed", release.image),
        Sbom: pinned("sbom", "sbom", release.sbom),
        ...(release.attributes === undefined ? {} : { Attributes: release.attributes }),
      },
    });
  }

  private refuse(property: string, given: string, problem: string): never {
    throw new BulwarkError("BW_PROP_INVALID", { construct: this.node.path, property: `releases.${property}`, given, problem });
  }
}
