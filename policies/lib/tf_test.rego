package bulwark.lib.tf_test

import data.bulwark.lib.fixtures as fx
import data.bulwark.lib.tf

test_reference_leads_to_its_type if {
	every address in ["aws_s3_bucket.b", "module.site.aws_s3_bucket.b", `module.site["a"].aws_s3_bucket.b[0]`, "module.data.aws_s3_bucket.b", "module.a.module.data.aws_s3_bucket.b"] {
		tf.refers_to_type(fx.ref(address), "aws_s3_bucket")
	}
}

test_data_source_is_no_resource_of_the_type if {
	every address in ["data.aws_s3_bucket.b", "module.site.data.aws_s3_bucket.b", "module.data.data.aws_s3_bucket.b", "aws_s3_bucket_policy.b"] {
		not tf.refers_to_type(fx.ref(address), "aws_s3_bucket")
	}
}

test_setting_holds_in_its_region_and_where_none_is_told if {
	setting := fx.within("eu-central-1", fx.res("aws_ebs_encryption_by_default.d", {}))
	tf.holds_for(setting, fx.within("eu-central-1", fx.res("aws_ebs_volume.v", {})))
	tf.holds_for(setting, fx.res("aws_ebs_volume.v", {}))
	not tf.holds_for(setting, fx.within("us-east-1", fx.res("aws_ebs_volume.v", {})))
}
