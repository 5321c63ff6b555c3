/** `NODE_OPTIONS=--conditions=cdktn` runs everything on CDK Terrain instead of CDKTF. */
export const ON_CDK_TERRAIN = [process.env.NODE_OPTIONS ?? "", ...process.execArgv].some((option) => option.includes("--conditions=cdktn"));
