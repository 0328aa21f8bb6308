# Backup and restore
backup-taking = Backing up
backup-taken = The backup is ready: { $file } ({ $size } MB, crises: { $crises }, events: { $events }). It holds personal data: keep it as well guarded as the database, and delete old copies.
backup-restoring = Restoring
backup-restored = The database is restored (crises: { $crises }, events: { $events }). Start the server now: an open crisis goes on where it was.
backup-settings = The settings are wrong, so the database was not looked for. Mend this:
backup-bad-url = SOMEHELP_DATABASE is no usable address of a database. Write it as sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE.
backup-file-there = The file { $file } is already there. Give another name, or replace the file with --replace.
backup-nothing = There is nothing in the database yet, so no backup was taken. Check SOMEHELP_DATABASE and SOMEHELP_STATE: are they the same as the server's?
backup-no-database = The database cannot be read ({ $error }). Check that it is running and that SOMEHELP_DATABASE is right.
backup-not-empty = There is data in the database, so nothing was changed. To lose it and restore the backup, stop the server and add --replace.
backup-damaged = { $file } is no whole backup of Somehelp, so nothing was changed. Try another copy.
backup-other-kind = The backup is of another kind of database (SQLite or PostgreSQL), so nothing was changed. Give in SOMEHELP_DATABASE a database of the kind that it was taken of.
backup-newer = The backup is of a newer version of Somehelp, so nothing was changed. Install that version and restore with it.
backup-other-version = The database and the backup are of different versions of Somehelp, so nothing was changed. Make an empty database, name it in SOMEHELP_DATABASE, and restore into it.
backup-not-restored = The restore broke off ({ $why }), and the database is as it was. Stop the server and try again.
backup-no-program = The program { $program } is missing on this machine. Install PostgreSQL's client programs (Debian: postgresql-client) and try again.
backup-program-failed = { $program } did not succeed, and the database is as it was: { $why }
