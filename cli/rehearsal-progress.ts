import type { Console } from "./console.js";

