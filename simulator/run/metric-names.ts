/** The declared metrics, at hand for everything that measures or sets a threshold. */
export {
  type CounterName,
  isMetricName,
  METRIC_NAMES,
  type MetricName,
  metricKey,
  type RateName,
  specOf,
  type TrendName,
} from "../../model/metrics.js";
