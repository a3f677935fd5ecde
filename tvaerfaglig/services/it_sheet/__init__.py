"""Til kommunens IT og DPO: one paper, its figures read from code, vault and machine when it is made."""
