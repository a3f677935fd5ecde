"""Statusudtalelser: read, written, finished, sent. Whoever may underrette about a child may write one."""
