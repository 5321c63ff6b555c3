package bulwark.rules_test.iot_certificate_csr

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_certificate_csr as rule

test_csr_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_certificate.c", {"csr": "-----BEGIN CERTIFICATE REQUEST-----"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_own_certificate_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_certificate.c", {"certificate_pem": "x", "ca_pem": "y"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_neither_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_certificate.c", {"active": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_certificate.c", "fail", "absent"]}
}

test_unresolved_csr_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_certificate.c", {"csr": fx.ref("tls_cert_request.r")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
