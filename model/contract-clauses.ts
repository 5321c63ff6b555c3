/** What a contract with a supplier must settle: GDPR Art. 28(3), NIS2 Art. 21(3). A vendor register names them, the rules ask for all of them. */
export const CONTRACT_CLAUSES = [
  "standards",
  "law",
  "encryption",
  "security-tests",
  "patch-times",
  "incident-duties",
  "breach-notice",
  "audit-right",
  "consequences",
] as const;
