# The doctor: what it finds in the settings, the city's data and the services around
doctor-settings = Asetukset kelpaavat.
doctor-open-secret = { $name }: kaikki tämän koneen käyttäjät voivat lukea tiedoston { $path }. Aja: chmod 600 { $path }
doctor-ca-bundle = Asetuksen SOMEHELP_CA_BUNDLE tiedostoa ei voi käyttää: { $why }. Sen pitää olla PEM-muotoinen varmennetiedosto.
doctor-database = Tietokanta ({ $kind }) vastaa. Sen versio on { $found }.
doctor-database-to-be-made = Tietokanta { $path } luodaan, kun palvelin käynnistyy ensimmäisen kerran.
doctor-database-folder = Tietokannan kansioon { $path } ei voi kirjoittaa. Vaihda sen omistaja tai valitse toinen kansio asetuksella SOMEHELP_STATE.
doctor-database-url = Asetusta SOMEHELP_DATABASE ei voi lukea. Kirjoita se muodossa postgresql://TUNNUS:SALASANA@PALVELIN/TIETOKANTA tai sqlite:///TIEDOSTO.
doctor-database-away = Tietokanta ei vastaa ({ $error }). Onko se käynnissä, ja ovatko tunnus ja salasana asetuksessa SOMEHELP_DATABASE oikein?
doctor-database-newer = Tietokannan versio on { $found }, mutta tämä ohjelma tuntee enintään version { $known }. Asenna uudempi ohjelma takaisin.
doctor-slack = Slack tuntee botin työtilassa { $team }.
doctor-slack-away = Slackiin ei saa yhteyttä ({ $error }). Tarvitseeko verkko asetuksen HTTPS_PROXY tai SOMEHELP_CA_BUNDLE?
doctor-slack-token = Slack ei hyväksy asetusta SOMEHELP_SLACK_BOT_TOKEN ({ $error }). Kopioi se uudelleen sovelluksen sivulta OAuth & Permissions.
doctor-slack-team = SOMEHELP_SLACK_BOT_TOKEN kuuluu työtilaan { $team }, ei asetuksen SOMEHELP_SLACK_TEAM työtilaan. Korjaa toinen.
doctor-slack-scopes = Slack-sovellukselta puuttuvat oikeudet { $scopes }. Lisää ne kohdassa OAuth & Permissions ja asenna sovellus uudelleen.
doctor-slack-socket = Slack ei avaa Socket Mode -yhteyttä ({ $error }). Ota Socket Mode käyttöön ja anna asetuksen SOMEHELP_SLACK_APP_TOKEN tunnukselle oikeus connections:write.
doctor-teams = Microsoft antaa Teams-sovellukselle tunnisteen.
doctor-teams-open = SOMEHELP_TEAMS_WITHOUT_AUTH päästää sisään kaikki, jotka ovat tällä koneella. Poista se ennen kuin bottia käytetään.
doctor-teams-away = Microsoftin kirjautumispalveluun ei saa yhteyttä ({ $error }). Tarvitseeko verkko asetuksen HTTPS_PROXY tai SOMEHELP_CA_BUNDLE?
doctor-teams-refused = Microsoft ei hyväksy Teams-sovellusta ({ $error }). Tarkista SOMEHELP_TEAMS_APP_ID ja SOMEHELP_TEAMS_TENANT sekä se, onko SOMEHELP_TEAMS_APP_PASSWORD vanhentunut.
doctor-teams-keys = Saapuvien Teams-viestien avaimia ei voi hakea (tila { $status }). Tarkista SOMEHELP_TEAMS_OPENID_METADATA.
doctor-mail = Sähköpostipalvelin { $host } hyväksyy botin.
doctor-mail-password = Sähköpostipalvelin { $host } ei hyväksy asetuksen SOMEHELP_SMTP_URL tunnusta tai salasanaa. Korjaa ne.
doctor-mail-away = Sähköpostipalvelinta { $host } ei voi käyttää ({ $error }). Tarkista palvelin, portti ja varmenne (SOMEHELP_CA_BUNDLE).
doctor-sign-in = Verkkosivulle kirjaudutaan palvelun { $url } kautta.
doctor-sign-in-off = Verkkosivu: kirjautumista ei ole. Otat sen käyttöön asetuksella SOMEHELP_OIDC_ISSUER (docs/admin.md).
doctor-sign-in-away = Kirjautumispalveluun { $url } ei saa yhteyttä ({ $error }). Tarkista SOMEHELP_OIDC_ISSUER ja verkko.
doctor-sign-in-other = Palvelun { $url } oma kuvaus nimeää toisen myöntäjän. Kopioi SOMEHELP_OIDC_ISSUER täsmälleen niin kuin palvelu sen kirjoittaa.
doctor-crisis-open =
    { $count ->
        [one] Yksi ihminen saa avata kriisin.
       *[other] { $count } ihmistä saa avata kriisin.
    }
doctor-crisis-duty =
    { $count ->
        [one] Ilmoituksista kuulee yksi ihminen.
       *[other] Ilmoituksista kuulee { $count } ihmistä.
    }
doctor-crisis-policies =
    { $count ->
        [one] Yksi toimintamalli kertoo, keitä kriisissä hälytetään.
       *[other] { $count } toimintamallia kertoo, keitä kriisissä hälytetään.
    }
doctor-out-of-reach = { $person } hälytetään kriisissä, mutta häntä ei tavoita: { $ways }. Lisää osoite tiedoston city.yaml kohtaan reach:.
doctor-reach-never = Tavoitettavuutta ei ole vielä kokeiltu. Aloita: somehelp crisis reach --by HENKILÖ.
doctor-reach-all = Viimeisin tavoitettavuustesti tavoitti kaikki { $count }.
doctor-reach-unseen = { $person } ei kuitannut viimeisintä tavoitettavuustestiä. Soita ja tarkista yhteystiedot.
