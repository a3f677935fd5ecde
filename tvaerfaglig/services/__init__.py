"""One function for each thing a person can do; permission is asked here and nowhere else."""
