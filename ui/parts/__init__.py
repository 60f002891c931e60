"""Parts of pages that know what PEP Companion is about, shared by the features."""
