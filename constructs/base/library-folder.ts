import { sep } from "node:path";

const ROOM = `${sep}constructs`;
const here = import.meta.dirname;

/**
 * The folder `constructs/` this code runs from, absolute: that of the sources, that of the compiled modules, or the one that holds the single file
 * a build makes of them.
 */
export const LIBRARY_FOLDER = here.endsWith(ROOM) ? here : here.slice(0, here.lastIndexOf(`${ROOM}${sep}`) + ROOM.length);
