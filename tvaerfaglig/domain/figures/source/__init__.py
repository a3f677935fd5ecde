"""From records to what is counted: what one child's records say, and how all of it is put together.

What one child's records say is worked out by itself, so that it can be kept and worked out again when one of
them changes. It therefore holds ids of what lies elsewhere (an effort, a round, a colleague), and never what
that says: it is looked up when all is put together.
"""
