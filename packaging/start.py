"""Where the frozen application starts."""

import sys

from carer_app.__main__ import main

sys.exit(main())
