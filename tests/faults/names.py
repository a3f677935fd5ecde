"""Words that no other place holds, so that whoever finds them has found a leak."""

CHILD = "Hedvig Ravnkilde"
SECRET = "Kvistehule bag legehuset"
