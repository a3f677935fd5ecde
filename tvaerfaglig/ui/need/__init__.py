"""Nødadgang: the way to a child one may not see, when it burns."""
