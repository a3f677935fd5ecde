"""Lists from outside: children and attendance come in as one act, and can be taken back as one."""
