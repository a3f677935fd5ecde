"""What can go wrong, made to go wrong on real processes and real files; for each fault a plain Danish sentence.

On every change the first number is tried, with `--nightly` the second. `plain_words.py` says what a plain sentence
is; every refusal met here is held to it. (Rows 12, 13 and 24 of the list belong to the exchange between houses.)

| row | fault | test | on a change / a night |
|---|---|---|---|
| 1 | kill -9 in the middle of writing, of typing | test_kills | 30, 5 / 1,000, 100 |
| 2 | full disk: writing, reopening, copying, saving a paper, changing the key; at the lock | test_full_disk, test_locks | 1 / 20 each |
| 3 | a folder that can only be read | test_places; tests/services/lock/test_only_reading.py | 1 |
| 4 | one flipped bit anywhere in the file | test_damage | 300 / 5,000 |
| 5 | a torn, zeroed, scrambled or flipped end of the log | test_damage | 200 / 5,000 |
| 6 | a truncated file; a lost file, log or key file | test_damage | 50 / 500 |
| 7 | a wrong key | test_damage | 200 |
| 8 | two programs writing; a second start | test_two_programs; tests/test_one_window.py | 800 / 10,000 writes |
| 9 | clocks that jump, stand wrong or are far ahead | test_clocks | 100 / 1,000 |
| 10 | kill -9 in a new key, a copy, a step, a restore, a child's erasure | test_kills; tests/services/copying/test_copying_killed.py | 10 / 100 each |
| 1, 2, 10 | the same in an indsats: series, rolls, moved days, kinds | test_groups | 6 / 200 kills, 1 full disk |
| 11 | a million records | test_many_records | – / 1 |
| 14 | a copy put back on a fresh machine; what was erased stays erased | test_put_back | 1 |
| 15 | vaults of earlier programs | test_old_vaults | all that lie in old_vaults |
| 16 | hostile text on paper | test_hostile_paper; tests/printouts/test_paper_door.py | 39 and 15 / 500 |
| 16 | hostile text, 300 characters and nothing in every field of every paper | test_hostile_papers | 3 / 42 texts each |
| 17 | formulas in tables | test_formulas | 12 |
| 18 | words left in clear anywhere: a morning, and a leader's week with an indsats | test_leaks | 2 |
| 19 | breaks and falls that carry a name | test_leaks | 15 and 1 |
| 20 | files that fill the memory, run or fetch | test_bombs | 10 |
| 21 | a lock while typing, saving, printing, at suspend, when nobody is there | test_locks | 2 / 10 each |
| 22 | tampering with the log | test_chain_tampering | 10 attacks and a cut tail |
| 23 | tampering with the key file | test_key_tampering | 11 attacks, 250 damages |
| 25 | seatbelts after every step | test_old_vaults | every shape there was |
| – | lists of children and of days with anything in their cells | test_hostile_lists | 40 / 2,000 |
| – | kinds of indsats and meeting from anywhere | test_hostile_kinds | 400 / 40,000 |
| – | worn notes of the program, worn numbers, broken texts, a page that breaks at the lock | test_worn_notes | 6 kinds each |
| 26 | a vault in a cloud's folder or on a network drive | test_places | 6 |
"""
