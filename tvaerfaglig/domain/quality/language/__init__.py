"""What single words and sentences are asked about: lists as data, Danish as Danish is written."""
