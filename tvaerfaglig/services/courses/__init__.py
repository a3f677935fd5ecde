"""How it goes for one child: the steps taken, where she stood when and who said so, what was done, and what it led to.

Made of what her page has already read: it asks the vault for nothing, and costs her page nothing.
"""
