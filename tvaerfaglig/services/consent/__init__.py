"""Consents: kept and withdrawn, shown as a register, asked about at every door, and on paper."""
