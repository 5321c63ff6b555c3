import type { Sourced } from "./sourced.js";

export interface EngineLifecycle extends Sourced {
  /** `engine` as Amazon RDS has it, or a name of ours: `docdb`, `eks`, `kafka`, ... */
  readonly engine: string;
  /** A line of versions: `13` and `5.7` stand for 13.4 and 5.7.44 as well. */
  readonly version: string;
  /** Every older line has ended, too. */
  readonly andOlder?: true;
}

const POSTGRES = "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html";
const MYSQL = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html";
const AURORA_POSTGRES = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html";
const DOCDB = "https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-version-support-dates.html";
const ELASTICACHE = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html";
const RABBITMQ = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html";
const ACTIVEMQ = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html";
const OPENSEARCH = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html";
const NEPTUNE = "https://docs.aws.amazon.com/neptune/latest/userguide/engine-releases.html";
const KAFKA = "https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html";
const EKS = "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html";
const MARIADB = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html";
const GLUE = "https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html";
const AURORA_MYSQL = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html";

/** Ends of standard support. A calendar that names only the month is taken to mean its last day. */
export const ENGINE_LIFECYCLE: readonly EngineLifecycle[] = [
  { engine: "postgres", version: "9.6", andOlder: true, on: "2022-04-30", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "10", on: "2023-04-30", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "11", on: "2024-02-29", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "12", on: "2025-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "13", on: "2026-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "14", on: "2027-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "15", on: "2028-02-29", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "16", on: "2029-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "17", on: "2030-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "18", on: "2031-02-28", source: POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "11", andOlder: true, on: "2024-02-29", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "12", on: "2025-02-28", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "13", on: "2026-02-28", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "14", on: "2027-02-28", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "15", on: "2028-02-29", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "16", on: "2029-02-28", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "aurora-postgresql", version: "17", on: "2030-02-28", source: AURORA_POSTGRES, checked: "aws" },
  { engine: "mysql", version: "5.6", andOlder: true, on: "2022-03-01", source: MYSQL, checked: "aws" },
  { engine: "mysql", version: "5.7", on: "2024-02-29", source: MYSQL, checked: "aws" },
  { engine: "mysql", version: "8.0", on: "2026-07-31", source: MYSQL, checked: "aws" },
  { engine: "mysql", version: "8.4", on: "2029-07-31", source: MYSQL, checked: "aws" },
  { engine: "aurora", version: "5.6", andOlder: true, on: "2023-02-28", source: AURORA_MYSQL, checked: "aws" },
  { engine: "aurora-mysql", version: "5.6", andOlder: true, on: "2023-02-28", source: AURORA_MYSQL, checked: "aws" },
  { engine: "aurora-mysql", version: "5.7", on: "2024-10-31", source: AURORA_MYSQL, checked: "aws" },
  { engine: "aurora-mysql", version: "8.0", on: "2028-04-30", source: AURORA_MYSQL, checked: "aws" },
  { engine: "aurora-mysql", version: "8.4", on: "2032-04-30", source: AURORA_MYSQL, checked: "aws" },
  { engine: "mariadb", version: "10.3", andOlder: true, on: "2023-10-23", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "10.4", on: "2025-02-28", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "10.5", on: "2026-08-31", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "10.6", on: "2026-12-31", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "10.11", on: "2028-02-29", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "11.4", on: "2029-05-31", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "11.8", on: "2028-06-30", source: MARIADB, checked: "aws" },
  { engine: "mariadb", version: "12.3", on: "2029-06-30", source: MARIADB, checked: "aws" },
  { engine: "docdb", version: "3.6", on: "2026-03-30", source: DOCDB, checked: "aws" },
  { engine: "redis", version: "4", andOlder: true, on: "2026-01-31", source: ELASTICACHE, checked: "aws" },
  { engine: "redis", version: "5", on: "2026-01-31", source: ELASTICACHE, checked: "aws" },
  { engine: "redis", version: "6", on: "2027-01-31", source: ELASTICACHE, checked: "aws" },
  { engine: "rabbitmq", version: "3.9", andOlder: true, on: "2024-09-16", source: RABBITMQ, checked: "aws" },
  { engine: "rabbitmq", version: "3.10", on: "2024-10-15", source: RABBITMQ, checked: "aws" },
  { engine: "rabbitmq", version: "3.11", on: "2025-02-17", source: RABBITMQ, checked: "aws" },
  { engine: "rabbitmq", version: "3.12", on: "2025-03-17", source: RABBITMQ, checked: "aws" },
  { engine: "activemq", version: "5.15", andOlder: true, on: "2024-09-16", source: ACTIVEMQ, checked: "aws" },
  { engine: "activemq", version: "5.16", on: "2024-11-15", source: ACTIVEMQ, checked: "aws" },
  { engine: "activemq", version: "5.17", on: "2025-06-16", source: ACTIVEMQ, checked: "aws" },
  { engine: "elasticsearch", version: "5", andOlder: true, on: "2025-11-07", source: OPENSEARCH, checked: "aws" },
  ...["6.0", "6.2", "6.3", "6.4", "6.5", "6.7"].map(
    (version) => ({ engine: "elasticsearch", version, on: "2025-11-07", source: OPENSEARCH, checked: "aws" }) as const,
  ),
  { engine: "elasticsearch", version: "6.8", on: "2027-11-07", source: OPENSEARCH, checked: "aws" },
  ...["7.1", "7.4", "7.7", "7.8"].map(
    (version) => ({ engine: "elasticsearch", version, on: "2025-11-07", source: OPENSEARCH, checked: "aws" }) as const,
  ),
  { engine: "elasticsearch", version: "7.9", on: "2027-11-07", source: OPENSEARCH, checked: "aws" },
  { engine: "elasticsearch", version: "7.10", on: "2027-11-07", source: OPENSEARCH, checked: "aws" },
  ...["1.0", "1.1", "1.2"].map(
    (version) => ({ engine: "opensearch", version, on: "2025-11-07", source: OPENSEARCH, checked: "aws" }) as const,
  ),
  { engine: "opensearch", version: "1.3", on: "2027-11-07", source: OPENSEARCH, checked: "aws" },
  ...["2.3", "2.5", "2.7", "2.9"].map(
    (version) => ({ engine: "opensearch", version, on: "2025-11-07", source: OPENSEARCH, checked: "aws" }) as const,
  ),
  ...["2.11", "2.13", "2.15", "2.17", "2.19"].map(
    (version) => ({ engine: "opensearch", version, on: "2027-11-07", source: OPENSEARCH, checked: "aws" }) as const,
  ),
  { engine: "neptune", version: "1.0", andOlder: true, on: "2023-01-30", source: NEPTUNE, checked: "aws" },
  { engine: "neptune", version: "1.1.0", on: "2025-03-15", source: NEPTUNE, checked: "aws" },
  // AWS has put these two off more than once: its page said 2026-03-06, then 2026-06-30.
  { engine: "neptune", version: "1.1.1", on: "2026-12-04", source: NEPTUNE, checked: "third-party" },
  { engine: "neptune", version: "1.2", on: "2026-12-04", source: NEPTUNE, checked: "third-party" },
  { engine: "neptune", version: "1.3", on: "2027-03-06", source: NEPTUNE, checked: "aws" },
  ...["1.4.0", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.6.0", "1.4.6.1"].map(
    (version) => ({ engine: "neptune", version, on: "2027-03-06", source: NEPTUNE, checked: "aws" }) as const,
  ),
  ...["1.4.6.2", "1.4.6.3", "1.4.7.0"].map(
    (version) => ({ engine: "neptune", version, on: "2027-06-03", source: NEPTUNE, checked: "aws" }) as const,
  ),
  { engine: "kafka", version: "2.5", andOlder: true, on: "2024-06-08", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "2.6", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "2.7", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "2.8.0", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "2.8.1", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "2.8.2", on: "2025-01-14", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.1", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.2", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.3", on: "2024-09-11", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.4", on: "2025-08-04", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.5", on: "2025-10-23", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.6", on: "2026-06-01", source: KAFKA, checked: "aws" },
  { engine: "kafka", version: "3.7", on: "2026-09-01", source: KAFKA, checked: "third-party" },
  { engine: "eks", version: "1.28", andOlder: true, on: "2024-11-26", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.29", on: "2025-03-23", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.30", on: "2025-07-23", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.31", on: "2025-11-26", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.32", on: "2026-03-23", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.33", on: "2026-07-29", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.34", on: "2026-12-02", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.35", on: "2027-03-27", source: EKS, checked: "aws" },
  { engine: "eks", version: "1.36", on: "2027-08-02", source: EKS, checked: "third-party" },
  { engine: "glue", version: "0.9", on: "2022-06-01", source: GLUE, checked: "aws" },
  // With Python 2 it ended on 2022-06-01.
  { engine: "glue", version: "1.0", on: "2022-09-30", source: GLUE, checked: "aws" },
  { engine: "glue", version: "2.0", on: "2024-01-31", source: GLUE, checked: "aws" },
];
