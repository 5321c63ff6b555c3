import type { Sourced } from "./sourced.js";

export interface RuntimeLifecycle extends Sourced {
  readonly runtime: string;
}

const RUNTIMES = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";
const NODEJS = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html";
const PYTHON = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html";
const JAVA = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-java.html";
const DOTNET = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-csharp.html";
const RUBY = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-ruby.html";
const OS_ONLY = "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html";

/**
 * Deprecation dates of Lambda runtimes. The rule lambda-runtime takes those of the baseline until their day has come; a test holds the baseline
 * against these dates.
 */
export const RUNTIME_LIFECYCLE: readonly RuntimeLifecycle[] = [
  { runtime: "nodejs12.x", on: "2023-03-31", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs14.x", on: "2023-12-04", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs16.x", on: "2024-06-12", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs18.x", on: "2025-09-01", source: NODEJS, checked: "aws" },
  { runtime: "nodejs20.x", on: "2026-04-30", source: NODEJS, checked: "aws" },
  { runtime: "nodejs22.x", on: "2027-04-30", source: NODEJS, checked: "aws" },
  { runtime: "nodejs24.x", on: "2028-04-30", source: NODEJS, checked: "aws" },
  { runtime: "python3.7", on: "2023-12-04", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.8", on: "2024-10-14", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.9", on: "2025-12-15", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.10", on: "2026-10-31", source: PYTHON, checked: "aws" },
  { runtime: "python3.11", on: "2027-06-30", source: PYTHON, checked: "aws" },
  { runtime: "python3.12", on: "2028-10-31", source: PYTHON, checked: "aws" },
  { runtime: "python3.13", on: "2029-06-30", source: PYTHON, checked: "aws" },
  { runtime: "python3.14", on: "2029-06-30", source: PYTHON, checked: "aws" },
  { runtime: "java8", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "java8.al2", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java8.al2023", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "java11", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java11.al2023", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "java17", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java17.al2023", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "java21", on: "2029-06-30", source: JAVA, checked: "aws" },
  { runtime: "java25", on: "2029-06-30", source: JAVA, checked: "aws" },
  { runtime: "dotnetcore3.1", on: "2023-04-03", source: RUNTIMES, checked: "third-party" },
  { runtime: "dotnet6", on: "2024-12-20", source: RUNTIMES, checked: "third-party" },
  { runtime: "dotnet8", on: "2026-11-10", source: DOTNET, checked: "aws" },
  { runtime: "dotnet10", on: "2028-11-14", source: DOTNET, checked: "aws" },
  { runtime: "ruby2.7", on: "2023-12-07", source: RUNTIMES, checked: "third-party" },
  { runtime: "ruby3.2", on: "2026-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby3.3", on: "2027-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby3.4", on: "2028-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby4.0", on: "2029-03-31", source: RUBY, checked: "aws" },
  { runtime: "go1.x", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "provided", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "provided.al2", on: "2026-07-31", source: OS_ONLY, checked: "aws" },
  { runtime: "provided.al2023", on: "2029-06-30", source: OS_ONLY, checked: "aws" },
];
