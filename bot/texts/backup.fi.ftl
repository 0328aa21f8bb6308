# Backup and restore
backup-taking = Varmuuskopioidaan
backup-taken = Varmuuskopio on valmis: { $file } ({ $size } Mt, kriisejä { $crises }, tapahtumia { $events }). Siinä on henkilötietoja: säilytä sitä yhtä hyvin suojattuna kuin tietokantaa ja poista vanhat kopiot.
backup-restoring = Palautetaan
backup-restored = Tietokanta on palautettu (kriisejä { $crises }, tapahtumia { $events }). Käynnistä nyt palvelin: avoin kriisi jatkuu siitä, mihin se jäi.
backup-settings = Asetuksissa on vikaa, joten tietokantaa ei haettu. Korjaa nämä:
backup-bad-url = SOMEHELP_DATABASE ei ole kelpaava tietokannan osoite. Muoto on sqlite:///TIEDOSTO tai postgresql://TUNNUS:SALASANA@PALVELIN/TIETOKANTA.
backup-file-there = Tiedosto { $file } on jo olemassa. Anna toinen nimi, tai korvaa tiedosto lisäämällä --replace.
backup-nothing = Tietokannassa ei ole vielä mitään, joten varmuuskopiota ei tehty. Tarkista SOMEHELP_DATABASE ja SOMEHELP_STATE: ovatko ne samat kuin palvelimella?
backup-no-database = Tietokantaa ei voi lukea ({ $error }). Tarkista, että se on käynnissä ja että SOMEHELP_DATABASE on oikein.
backup-not-empty = Tietokannassa on jo tietoja, joten mitään ei muutettu. Jos haluat hävittää ne ja palauttaa varmuuskopion, pysäytä palvelin ja lisää --replace.
backup-damaged = { $file } ei ole ehjä Somehelpin varmuuskopio, joten mitään ei muutettu. Kokeile toista kopiota.
backup-other-kind = Varmuuskopio on toisenlaisesta tietokannasta (SQLite tai PostgreSQL), joten mitään ei muutettu. Anna SOMEHELP_DATABASEen samanlainen tietokanta kuin se, josta kopio otettiin.
backup-newer = Varmuuskopio on uudemmasta Somehelpin versiosta, joten mitään ei muutettu. Asenna se versio ja palauta sillä.
backup-other-version = Tietokanta ja varmuuskopio ovat Somehelpin eri versioista, joten mitään ei muutettu. Tee tyhjä tietokanta, osoita se SOMEHELP_DATABASElla ja palauta siihen.
backup-not-restored = Palautus keskeytyi ({ $why }), ja tietokanta on ennallaan. Pysäytä palvelin ja yritä uudelleen.
backup-no-program = Ohjelma { $program } puuttuu tältä koneelta. Asenna PostgreSQL:n asiakasohjelmat (Debian: postgresql-client) ja yritä uudelleen.
backup-program-failed = { $program } ei onnistunut, ja tietokanta on ennallaan: { $why }
