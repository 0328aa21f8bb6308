# Backup and restore
backup-taking = Säkerhetskopierar
backup-taken = Säkerhetskopian är klar: { $file } ({ $size } MB, kriser: { $crises }, händelser: { $events }). Den innehåller personuppgifter: förvara den lika väl skyddad som databasen och ta bort gamla kopior.
backup-restoring = Återställer
backup-restored = Databasen är återställd (kriser: { $crises }, händelser: { $events }). Starta nu servern: en öppen kris fortsätter där den var.
backup-settings = Inställningarna är felaktiga, så databasen söktes inte. Rätta detta:
backup-bad-url = SOMEHELP_DATABASE är ingen giltig adress till en databas. Formen är sqlite:///FIL eller postgresql://ANVÄNDARE:LÖSENORD@SERVER/DATABAS.
backup-file-there = Filen { $file } finns redan. Ge ett annat namn, eller ersätt filen med --replace.
backup-nothing = Databasen är ännu tom, så ingen säkerhetskopia togs. Kontrollera SOMEHELP_DATABASE och SOMEHELP_STATE: är de samma som på servern?
backup-no-database = Databasen kan inte läsas ({ $error }). Kontrollera att den är i gång och att SOMEHELP_DATABASE stämmer.
backup-not-empty = Databasen innehåller redan uppgifter, så inget ändrades. Vill du ta bort dem och återställa säkerhetskopian, stoppa servern och lägg till --replace.
backup-damaged = { $file } är ingen hel säkerhetskopia från Somehelp, så inget ändrades. Försök med en annan kopia.
backup-other-kind = Säkerhetskopian är från ett annat slags databas (SQLite eller PostgreSQL), så inget ändrades. Ange i SOMEHELP_DATABASE en databas av samma slag som den som kopian togs av.
backup-newer = Säkerhetskopian är från en nyare version av Somehelp, så inget ändrades. Installera den versionen och återställ med den.
backup-other-version = Databasen och säkerhetskopian är från olika versioner av Somehelp, så inget ändrades. Skapa en tom databas, ange den i SOMEHELP_DATABASE och återställ till den.
backup-not-restored = Återställningen avbröts ({ $why }), och databasen är som förut. Stoppa servern och försök igen.
backup-no-program = Programmet { $program } saknas på den här datorn. Installera PostgreSQL:s klientprogram (Debian: postgresql-client) och försök igen.
backup-program-failed = { $program } lyckades inte, och databasen är som förut: { $why }
