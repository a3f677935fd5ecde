"""Ny observation: what was seen is written, completed, corrected and read here.

`desk.go("observation", argument)` takes None (new, about nobody yet), a child's id (new about her), an
observation's id (read it; one's own short one is opened to be completed), or "draft:KEY" (go on writing).
"""
