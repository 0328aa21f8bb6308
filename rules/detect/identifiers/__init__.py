"""Numbers and addresses that point at one person, a file each."""
