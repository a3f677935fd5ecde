"""What skabeloner, mødeformer and indsatsformer share: a list of kinds, their files in and out, and one's own."""
