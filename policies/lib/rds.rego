# METADATA
# title: Data bases
# description: Tells kinds of data bases apart that are made of one type.
package bulwark.lib.rds

import data.bulwark.lib.tf

# On RDS Custom the owner has the host, and what AWS does on other hosts is his to do.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
is_custom(r) if startswith(tf.step(r.values, "engine"), "custom-")
