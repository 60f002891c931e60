"""The screens of PEP Companion."""
