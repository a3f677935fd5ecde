"""*Tal*: facts out of the vault, who may see figures, and the page, the papers and the files made of them."""
