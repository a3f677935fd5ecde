"""A house's own kinds, of meeting or of indsats, and the files they are given on in."""
