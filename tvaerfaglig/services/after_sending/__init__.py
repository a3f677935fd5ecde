"""After an underretning is sent: the clock, the calls, the letters when nobody answers, and the journal.

Every act asks for the same leave as the letter itself (`letter_page.find`).
"""
