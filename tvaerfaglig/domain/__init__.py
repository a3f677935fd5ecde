"""What is true: frozen records and pure functions. No Qt, SQL, disk, clock or network."""
