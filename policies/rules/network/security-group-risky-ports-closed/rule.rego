# METADATA
# title: "Data bases, file shares and old protocols are not open to the internet"
# description: >-
#   Data bases, caches, search engines, file shares, directories, remote screens, the interfaces that control containers
#   and clusters, and protocols without encryption were made for a network one trusts. Most of the large leaks of recent years were such a port open to 0.0.0.0/0.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
#     description: "EC2.19 and its list of ports"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-15
#     description: "Redshift.15"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: ["AWS-0107"]
#     kics: ["381c3f2a-ef6f-4eff-99f7-b169cda3422c", "54c417bf-c762-48b9-9d31-b3d87047e3f0", "4728cd65-a20c-49da-8b31-9c08b423e4db"]
#     cdk_nag: ["AwsSolutions-EC23"]
#     security_hub: ["EC2.19", "Redshift.15"]
#     regula: ["FG_R00037", "FG_R00038", "FG_R00039", "FG_R00040", "FG_R00212", "FG_R00213", "FG_R00214", "FG_R00215", "FG_R00216", "FG_R00217", "FG_R00234", "FG_R00242", "FG_R00243", "FG_R00244", "FG_R00245", "FG_R00246", "FG_R00247", "FG_R00248", "FG_R00249", "FG_R00256", "FG_R00257", "FG_R00258", "FG_R00259", "FG_R00260", "FG_R00261", "FG_R00262", "FG_R00263", "FG_R00264", "FG_R00265", "FG_R00266", "FG_R00267", "FG_R00268"]
#   expected: >-
#     No ingress rule takes a port of EC2.19, or of a data base, cache, file share, directory, remote screen or control interface, from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       security_groups = [aws_security_group.app.id] in place of cidr_blocks
#   since: "0.1.0"
package bulwark.rules.security_group_risky_ports_closed

import data.bulwark.lib.net

findings := net.exposed(ports)

# The list of EC2.19 without 22 and 3389; the rest by the registry of IANA or by the program that listens there.
# https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
# https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
ports := {
	"tcp": union({of_ec2_19, shares, data_bases, caches_and_queues, directories_and_screens, control}),
	"udp": amplifying,
}

of_ec2_19 := {20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300}

# Port mapper, NetBIOS, rsh and its kin, NFS, CIFS.
shares := {111, 137, 138, 139, 512, 513, 514, 2049, 3020}

# Oracle, SQL Server Analysis Services, Redshift, CouchDB, Cassandra with its agents, InfluxDB, MongoDB, HDFS.
data_bases := {1521, 2382, 2383, 2483, 2484, 5439, 5984, 7000, 7001, 7199, 8020, 8086, 9042, 9160, 27017, 27018, 27019, 50070, 61620, 61621}

# Redis, memcached, Kafka.
caches_and_queues := {6379, 9092, 11211, 11214, 11215}

# LDAP and VNC.
directories_and_screens := {389, 636, 5800, 5900}

# Docker, etcd, Salt, WinRM, Puppet, the kubelet, and development servers.
control := {2375, 2376, 2379, 2380, 4505, 4506, 5985, 5986, 8000, 8140, 10250, 10255}

# Answers over UDP that are far larger than what asks for them, with whose address a third party is flooded.
# https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks
amplifying := {17, 19, 53, 69, 111, 123, 137, 138, 161, 389, 1900, 3702, 5353, 11211}
