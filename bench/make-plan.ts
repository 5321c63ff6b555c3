/**
 * Makes a large plan out of a real one: the real stack becomes the module `module.site`, called with for_each over as many sites as it takes.
 * Each site has names of its own, as a real one must: bucket names are unique in the world, those of topic rules in their account.
 */

interface PlanResource {
  address: string;
  mode: string;
  type: string;
  name: string;
  index?: string | number;
  [key: string]: unknown;
}

export interface Plan {
  format_version: string;
  planned_values: { root_module: { resources: PlanResource[] } };
  resource_changes: (PlanResource & { module_address?: string })[];
  configuration: { provider_config?: unknown; root_module: { resources: { address: string }[] } };
  relevant_attributes?: { resource: string }[];
  [key: string]: unknown;
}

/** The first `count` resources of a real plan, with what Terraform would tell of them alone. @returns plan JSON text, and how many resources it holds */
export function smallPlan(real: Plan, count: number): { json: string; resources: number } {
  const kept = real.planned_values.root_module.resources.slice(0, count);
  const addresses = new Set(kept.map(({ address }) => address));
  const blocks = new Set(kept.map(({ mode, type, name }) => `${mode === "data" ? "data." : ""}${type}.${name}`));
  const plan = {
    ...real,
    planned_values: { ...real.planned_values, root_module: { resources: kept } },
    resource_changes: real.resource_changes.filter(({ address }) => addresses.has(address)),
    configuration: {
      ...real.configuration,
      root_module: {
        ...real.configuration.root_module,
        resources: real.configuration.root_module.resources.filter(({ address }) => blocks.has(address)),
      },
    },
    relevant_attributes: (real.relevant_attributes ?? []).filter(({ resource }) => addresses.has(resource)),
  };
  return { json: JSON.stringify(plan), resources: kept.length };
}

/**
 * A real plan with the gateways of bench/gateways beside its own resources.
 * @param one the plan of one gateway, whose key is GATEWAY
 */
export function withGateways(real: Plan, one: Plan, count: number): Plan {
  const many = <T extends PlanResource>(resources: readonly T[]): T[] =>
    resources.flatMap((resource) => {
      if (resource.index !== GATEWAY) return [resource];
      const text = JSON.stringify(resource);
      return Array.from({ length: count }, (_, at) => JSON.parse(text.replaceAll(GATEWAY, gatewayAt(at))) as T);
    });
  return {
    ...real,
    planned_values: {
      root_module: {
        resources: [...real.planned_values.root_module.resources, ...many(one.planned_values.root_module.resources)],
      },
    },
    resource_changes: [...real.resource_changes, ...many(one.resource_changes)],
    configuration: {
      ...real.configuration,
      root_module: {
        ...real.configuration.root_module,
        resources: [...real.configuration.root_module.resources, ...one.configuration.root_module.resources],
      },
    },
  };
}

const GATEWAY = "gateway-00001";
const gatewayAt = (at: number): string => `gateway-${String(at + 1).padStart(5, "0")}`;

/**
 * @param name what the literal names of the real stack begin with; with underscores where hyphens are not allowed
 * @returns plan JSON text with at least `count` resources, and how many it holds
 */
export function makePlan(real: Plan, count: number, name = "smart-home"): { json: string; resources: number } {
  const seedResources = real.planned_values.root_module.resources;
  const sites = Math.ceil(count / seedResources.length);
  const modules = [];
  const changes = [];
  const underscored = name.replaceAll("-", "_");
  const template = JSON.stringify({ resources: seedResources, changes: real.resource_changes });
  for (let site = 0; site < sites; site++) {
    const module = `module.site["site-${site}.eu"]`;
    const own = JSON.parse(template.replaceAll(name, `${name}-${site}`).replaceAll(underscored, `${underscored}_${site}`)) as {
      resources: PlanResource[];
      changes: Plan["resource_changes"];
    };
    modules.push({
      address: module,
      resources: own.resources.map((resource) => ({ ...resource, address: `${module}.${resource.address}` })),
    });
    for (const change of own.changes) changes.push({ ...change, address: `${module}.${change.address}`, module_address: module });
  }
  const plan = {
    ...real,
    planned_values: { root_module: { child_modules: modules } },
    resource_changes: changes,
    configuration: {
      provider_config: real.configuration.provider_config,
      root_module: {
        module_calls: {
          site: { source: "./site", for_each_expression: { references: ["var.sites"] }, module: real.configuration.root_module },
        },
      },
    },
  };
  return { json: JSON.stringify(plan), resources: sites * seedResources.length };
}
