"""What opens a door or an account, and where only insiders get in, a file each."""
