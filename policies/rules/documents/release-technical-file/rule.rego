# METADATA
# title: "The technical file is that of the release"
# description: >-
#   The items of CRA Annex VII on file carry the version of the release. The declaration of conformity (item 7)
#   follows when the regulation applies in full.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: low
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     technicalFile.version equals version and its items begin with 1 to 6 and 8.
#   fix:
#     document: >-
#       technicalFile: { version, items: ["1 general description", ...] }
#   since: "0.1.0"
package bulwark.rules.release_technical_file

import data.bulwark.lib.doc

findings contains doc.fail(r, "technicalFile", null, "no-technical-file", "technicalFile") if {
	some r in doc.of_kind("Release")
	not r.values.technicalFile
}

findings contains doc.fail(r, "technicalFile.version", r.values.technicalFile.version, "of-another-version", "version") if {
	some r in doc.of_kind("Release")
	r.values.technicalFile.version != r.values.version
}

findings contains doc.fail(r, "technicalFile.items", null, "item-missing", item) if {
	some r in doc.of_kind("Release")
	r.values.technicalFile
	some item in ["1", "2", "3", "4", "5", "6", "8"]
	count([given | some given in r.values.technicalFile.items; startswith(given, concat("", [item, " "]))]) == 0
}
