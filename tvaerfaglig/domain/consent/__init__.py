"""Consent as it is asked for, given, withdrawn, and asked about at every door out of the house."""
