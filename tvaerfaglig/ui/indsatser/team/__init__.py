"""Teamets liste: the children a team thinks of, gone through one after the other."""
