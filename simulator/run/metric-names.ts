/** The declared metrics and series, at hand for everything that measures. */
export {
  type CounterName,
  isMetricName,
  METRIC_NAMES,
  METRICS,
  type MetricName,
  type MetricSpec,
  metricKey,
  type RateName,
  SERIES,
  type SeriesName,
  specOf,
  type TrendName,
} from "../../model/metrics.js";
