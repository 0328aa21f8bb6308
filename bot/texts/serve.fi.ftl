# The server: what it says at its start, why it refuses to start, how its parts are
serve-title = Somehelp palvelee. Kaupunki: { $city }.
serve-example = Tämä on esimerkkikaupunki, jonka ihmiset on keksitty. Anna oman kaupungin kansio asetuksella SOMEHELP_CITY; ohje on tiedostossa docs/admin.md.
serve-open = Avaa selaimessa { $url }. Lopeta painamalla Ctrl-C.
serve-listens = Osoite: { $url }.
serve-stopping = Viimeistellään kesken olevat pyynnöt …
serve-stopped = Palvelin on sammutettu.
serve-on-store-sqlite = Tietokanta: tiedosto { $place }, yhdelle palvelimelle.
serve-on-store-postgresql = Tietokanta: PostgreSQL, usealle palvelimelle.
serve-on-slack-http = Slack: päällä; Slack kutsuu osoitetta { $url }.
serve-on-slack-socket = Slack: päällä Socket Modella; ulkoa ei oteta yhteyksiä.
serve-on-teams = Teams: päällä; Teams kutsuu osoitetta { $url }.
serve-on-teams-open = Teams: päällä ILMAN tarkistusta siitä, kuka kutsuu; vain tällä koneella.
serve-on-mail = Sähköposti: hälytykset lähtevät myös sähköpostilla.
serve-on-web-local = Verkkosivu: päällä vain tällä koneella, ilman kirjautumista.
serve-on-web-signed = Verkkosivu: päällä kirjautuneille.
serve-on-web-open = Verkkosivu: päällä; tarkistus, kysyminen ja ohjeet ovat avoinna kaikille, jotka tavoittavat palvelimen.
serve-on-pager = Kriisit: päivystys on päällä.
serve-off-slack = Slack: pois päältä. Otat sen käyttöön asetuksella SOMEHELP_SLACK_BOT_TOKEN (docs/install-slack.md).
serve-off-teams = Teams: pois päältä. Otat sen käyttöön asetuksella SOMEHELP_TEAMS_APP_ID (docs/install-teams.md).
serve-off-mail = Sähköposti: pois päältä. Otat sen käyttöön asetuksella SOMEHELP_SMTP_URL (docs/admin.md).
serve-off-web = Verkkosivu: pois päältä, koska palvelin on tavoitettavissa muualta eikä kukaan voisi kirjautua. Anna SOMEHELP_OIDC_ISSUER tai SOMEHELP_WEB_OPEN=true (docs/admin.md).
serve-refused = Somehelp ei käynnisty. Korjaa nämä:
serve-refuse-needs = { $name } tarvitsee rinnalleen asetuksen { $needs }.
serve-refuse-needs-one = { $name } tarvitsee rinnalleen asetuksen { $one } (Slack kutsuu palvelinta) tai { $other } (Socket Mode).
serve-refuse-https = Asetuksen { $name } pitää olla osoite, jonka alussa on https://.
serve-refuse-smtp = Asetuksen { $name } pitää olla muotoa smtp://tunnus:salasana@palvelin:587 tai smtps://tunnus:salasana@palvelin:465.
serve-refuse-address = Asetuksen { $name } pitää olla yksi sähköpostiosoite.
serve-refuse-short-secret = Asetuksessa { $name } pitää olla vähintään { $bytes } satunnaista tavua base64-muodossa. Tee sellainen: openssl rand -base64 { $bytes }
serve-refuse-short-token = Asetuksessa { $name } pitää olla vähintään { $letters } merkkiä. Tee sellainen: openssl rand -hex { $letters }
serve-refuse-prefix = Asetuksen { $name } alussa pitää olla { $prefix }. Ovatko kaksi tunnusta vaihtaneet paikkaa?
serve-refuse-teams-open = { $name } päästää sisään kaikki, jotka väittävät olevansa Teams. Se sallitaan vain, kun palvelin kuuntelee osoitetta 127.0.0.1 eikä asetusta SOMEHELP_PUBLIC_URL ole.
serve-refuse-value = Asetuksen { $name } arvoa ei voi käyttää: { $why }.
serve-refuse-file = Asetuksen { $name } nimeämää tiedostoa ei voi lukea: { $why }.
serve-unknown-setting = { $name } ei ole Somehelpin asetus, joten se ei vaikuta mihinkään. Onko nimessä kirjoitusvirhe?
serve-port-taken = Toinen ohjelma kuuntelee jo osoitteen { $host } porttia { $port }. Sammuta se tai valitse toinen portti asetuksella SOMEHELP_PORT.
serve-cannot-listen = Palvelin ei voi kuunnella osoitteen { $host } porttia { $port }: { $why }. Korjaa asetukset SOMEHELP_HOST ja SOMEHELP_PORT.
serve-part-failed = Osa { $part } ei käynnistynyt ({ $error }). Paikka näkyy lokista; somehelp doctor kertoo, mitä korjata.
serve-store-failed = Tietokantaa ei voi avata ({ $error }). Onko se käynnissä, ja onko SOMEHELP_DATABASE oikein? somehelp doctor kertoo lisää.
serve-down-store = Tietokanta ei vastaa. Tarkistus toimii, mutta kriisiä ei voi avata. Palauta tietokanta käyttöön.
serve-down-housekeeping = Vanhentuneita tietoja ei ole poistettu kahteen päivään. Katso lokia.
serve-down-pager = Kriisien päivystys on pysähtynyt. Käynnistä palvelin uudelleen heti ja katso lokia.
serve-concerns =
    { $count ->
        [one] ⚠ Kaupungin tiedoissa on yksi korjattava kohta. Katso se: somehelp doctor
       *[other] ⚠ Kaupungin tiedoissa on { $count } korjattavaa kohtaa. Katso ne: somehelp doctor
    }
