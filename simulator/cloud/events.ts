import type { FleetEvent } from "../../model/detectors/types.js";

export type EventSink = (event: FleetEvent) => void;
