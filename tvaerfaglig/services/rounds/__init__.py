"""Trivselsrunder: planned and led, rated blind, talked about, and counted without anybody in the counts."""
