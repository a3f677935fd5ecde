"""The figures against a cohort whose truth is known, and against sums done by hand."""
