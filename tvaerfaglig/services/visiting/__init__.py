"""The round of the colleague who comes to the house: attachments, a year of visits, the day list, what is given on."""
