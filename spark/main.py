"""What spark-submit is given: the package itself travels with --py-files."""

import sys

from skillminer_spark.job import main

sys.exit(main())
