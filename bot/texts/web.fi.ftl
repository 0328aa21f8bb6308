# Kehys
web-skip = Siirry sisältöön
web-menu = Sivut
web-menu-check = Tarkista
web-menu-ask = Kysy
web-menu-rules = Ohjeet
web-menu-crisis = Kriisi
web-menu-insights = Tilastot
web-languages = Kieli
web-in-fi = suomeksi
web-in-sv = på svenska
web-in-en = in English
web-keeps-nothing = Somehelp ei tallenna tekstejä, jotka kirjoitat tarkistettavaksi tai kysyt. Teksti on palvelimen muistissa vain vastauksen ajan.
web-local-title = Paikallinen kokeilu.
web-local = Sivu näkyy vain tällä koneella, eikä kirjautumista tarvita.
web-local-be = Kokeile nimellä
web-local-change = Vaihda
web-sign-in = Kirjaudu
web-sign-out = Kirjaudu ulos
web-signed-in = Olet kirjautunut. Voit sulkea tämän välilehden ja jatkaa toisessa.
web-signed-out-done = Olet kirjautunut ulos.
web-back = Takaisin tarkistukseen
web-yes = Kyllä:
web-none = Ei valittu
web-optional = vapaaehtoinen
web-choose = Valitse
web-copy = Kopioi
web-copied = Kopioitu
web-uncopied = Valittu: kopioi painamalla Ctrl+C
# Tarkista
web-check-title = Tarkista luonnos
web-check-lead = Kirjoita tai liitä julkaisun teksti. Huomiot näkyvät sitä mukaa kuin kirjoitat. Tekstiä ei tallenneta eikä lähetetä muualle.
web-check-draft = Luonnos
web-check-placeholder = Kirjoita tai liitä teksti tähän.
web-check-account = Tili
web-check-any = Ei valittu
web-check-channel = Kanava
web-check-of-account = Tilin mukaan
web-check-unit = Yksikkö
web-check-picture = Kuva tai video
web-picture-none = Ei kuvaa
web-picture-yes = On, tekstivastine kirjoitettu
web-picture-no = On, tekstivastine puuttuu
web-channel-facebook = Facebook
web-channel-instagram = Instagram
web-channel-x = X
web-channel-linkedin = LinkedIn
web-channel-youtube = YouTube
web-channel-tiktok = TikTok
web-channel-web = Verkkosivu
web-check-send = Tarkista
web-check-try = Kokeile esimerkkiä
web-check-clear = Tyhjennä
web-check-empty = Kirjoita ensin luonnos, niin se tarkistetaan.
web-check-long = Teksti on liian pitkä tarkistettavaksi: enintään { $limit } merkkiä kerrallaan. Teksti on tallessa tässä; tarkista se osissa.
web-check-found = Huomiot
web-check-marked = Luonnos ja huomiot
web-check-what = Tarkistus etsii kolmenlaisia kohtia:
web-check-what-error = henkilötiedot, salassa pidettävä, salasanat
web-check-what-warning = kunnan oman ohjeen kohdat, pituus, saavutettavuus
web-check-what-suggestion = selkeämpi kieli
web-check-never-blocks = Mikään huomio ei estä julkaisemista. Sinä päätät.
web-check-fine = Tekstissä ei ole korjattavaa.
web-check-example = Hei kaikki! Uimahalli on suljettu huoltotöiden johdosta 3.8. alkaen. Ilmoittautumiset suoritetaan Liisa Virtaselle, p. 040 123 4567. Viime viikolla Eetu, 9 v, Vistan koulusta sai hallilla allergisen reaktion, onneksi kaikki päättyi hyvin!!! #uimahalliontaaskiinni
web-length = Pituus kanavalla
web-why = Miksi, ja keneltä kysyä
web-nothing = (poista)
web-and-others = { $count ->
    [one] ja yksi muu
   *[other] ja { $count } muuta
  }
web-more-advice = { $count ->
    [one] Yksi huomio lisää näkyy, kun korjaat edellisiä.
   *[other] { $count } huomiota lisää näkyy, kun korjaat edellisiä.
  }
web-take = Ota luonnokseksi
web-lost = Palvelimeen ei saada yhteyttä. Tekstisi on tallessa tässä; tarkistus jatkuu, kun yhteys palaa.
web-busy = Tarkistuksia tulee nyt paljon. Hetki, tarkistus jatkuu itsestään.
web-signed-out-live = Kirjautumisesi on päättynyt. Tekstisi on tallessa tässä.
web-sign-in-tab = Kirjaudu uudessa välilehdessä
web-in-book = Lue ohjeesta
web-fine-because = Tämä on kunnossa, koska…
web-override-title = Perusteltu ohitus
web-override-back = Luonnoksesi on toisessa välilehdessä. Voit sulkea tämän.
# Kysy
web-ask-title = Kysy ohjeesta
web-ask-lead = Kysy omin sanoin, keneltä kysytään, kuka päättää tai mitä ohje sanoo. Kysymystä ei tallenneta.
web-ask-roles-only = Et ole kirjautunut, joten vastaus kertoo roolit, ei nimiä eikä numeroita.
web-ask-question = Kysymys
web-ask-send = Kysy
web-ask-examples = Esimerkiksi:
web-ask-example-1 = Kuka saa vastata toimittajalle?
web-ask-example-2 = Saako lapsen kuvan julkaista?
web-ask-example-3 = Keneltä kysyn, ennen kuin avaan uuden tilin?
web-ask-example-4 = Mitä teen, kun some täyttyy vihaisesta palautteesta?
web-ask-long = Kysymyksessä on { $length } merkkiä; pisin on { $limit } merkkiä. Lyhennä sitä.
# Ohjeet
web-rules-title = Ohjeet
web-rules-lead = Ohje luettavassa muodossa: jokainen sääntö ja aihe, joka tarkistuksessa ja vastauksissa on käytössä.
web-rules-search = Etsi ohjeesta
web-rules-find = Etsi
web-rules-all = Näytä kaikki
web-rules-found = { $count ->
    [0] Mikään kohta ei sisällä hakusanaa. Kokeile toista sanaa.
    [one] Yksi kohta.
   *[other] { $count } kohtaa.
  }
web-rules-print = Tulosta
web-rules-contents = Sisällys
web-rules-broken = Ohjepaketin uusissa tiedostoissa on virheitä. Käytössä on edellinen, virheetön paketti. Korjaa nämä kohdat:
web-rules-owner = Kysy
web-rules-source = Lähde
web-rules-examples = Esimerkkejä
web-rules-bad = Huomautetaan
web-rules-good = On kunnossa
web-rules-asked = Näin kysytään
web-rules-steps = Tee näin
web-rules-topic = aihe
web-rules-off = pois päältä
web-rules-elected = Luottamushenkilö kysyy
web-rules-staff = Henkilöstö kysyy
web-rules-silent-title = Mistä ohje ei sano mitään
web-document-approved = Hyväksytty ohje
web-document-draft = Ohjeluonnos
web-document-slides = Esitysaineisto
web-document-law = Laki
web-document-reference = Suositus
web-document-configuration = Kunnan oma asetus
web-document-open = Avaa asiakirja
# Kriisi
web-crisis-title = Kriisi
web-crisis-live = Päivitetty kello { $time }
web-crisis-lost = Yhteys katkesi. Alla on tilanne kello { $time }; uutta yritetään.
web-crisis-waiting = Tilanne on muuttunut. Näytä uusi tilanne
web-crisis-report = Lataa raportti
web-crisis-board = Takaisin tilannetauluun
# Näkymät
web-insights-title = Tilastot
web-insights-lead = Mitä tarkistukset kertovat kunnan viestinnästä viimeisen vuoden ajalta. Ihmisiä ei tilastoida: alle viiden tarkistuksen ja alle kolmen kirjoittajan luvut on yhdistetty ja merkitty ”<5”.
web-insights-none = Tältä ajalta ei ole vielä mitään laskettua.
web-insights-csv = Lataa CSV
web-insights-table = Taulukkona
web-insights-weeks = Tarkistukset viikoittain
web-insights-rules = Huomiot säännöittäin
web-insights-units = Huomiot yksiköittäin ja kuukausittain
web-insights-overrides = Perustellut ohitukset säännöittäin
web-insights-silences = Kysymykset, joihin ohje ei vastannut, aiheittain
web-insights-accounts = Tilit viimeisen tarkistuksen mukaan
web-insights-week = Viikko
web-insights-checks = Tarkistuksia
web-insights-rule = Sääntö
web-insights-findings = Huomioita
web-insights-unit = Yksikkö
web-insights-topic = Aihe
web-insights-questions = Kysymyksiä
web-insights-account = Tili
web-insights-last = Viimeksi tarkistettu
web-insights-given = Ohituksia
web-insights-rate = Osuus huomioista
web-insights-merged = muut yhdistettynä
web-insights-out = muu kuin julkaiseminen
web-insights-no-unit = (ei yksikköä)
web-insights-never = ei kertaakaan
web-insights-few = <5
web-insights-cries = Sääntö, joka ohitetaan usein, hälyttää turhaan: sitä kannattaa tarkentaa.
web-insights-silent = Näihin ohje kaipaa vastausta.
web-insights-plot = Pylväskuvio: { $title }. Samat luvut ovat taulukossa kuvion alla.
# Virheet
web-again-lead = Tekstisi on tallessa tässä. Lähetä se uudelleen.
web-again = Lähetä uudelleen
web-your-text = Tekstisi
web-not-found = Tällaista sivua ei ole.
web-store-down = Tietokantaan ei saada juuri nyt yhteyttä. Yritä hetken kuluttua uudelleen; tarkistus toimii silti.
web-too-often = Pyyntöjä tuli liian monta peräkkäin. Odota puoli minuuttia ja yritä uudelleen.
web-foreign-form = Lomake tuli toiselta sivustolta, joten sitä ei käsitelty.
web-form-old = Sivu ehti vanhentua, joten mitään ei vielä tehty.
web-body-400 = Pyyntöä ei voitu lukea. Avaa sivu uudelleen ja yritä uudestaan.
web-body-413 = Lähetetty teksti on liian pitkä. Palaa takaisin ja lähetä lyhyempi osa.
web-body-415 = Pyyntö ei ollut lomake. Avaa sivu uudelleen ja yritä uudestaan.
web-no-right = Sinulla ei ole oikeutta tähän sivuun. Oikeuden antaa kunnan Somehelpin ylläpitäjä.
web-no-sign-in = Tälle sivulle pitää kirjautua, eikä kirjautumista ole otettu käyttöön. Kysy Somehelpin ylläpitäjältä.
web-signed-out = Kirjautumisesi on päättynyt.
web-sign-in-failed = Kirjautuminen ei onnistunut. Yritä uudelleen; jos se ei auta, kysy Somehelpin ylläpitäjältä.
web-not-ours = Kirjauduit toisen organisaation tunnuksella. Kirjaudu kunnan omalla tunnuksella.
web-unsafe-no-sign-in = Verkkosivu olisi auki kaikille. Ota kirjautuminen käyttöön (SOMEHELP_OIDC_ISSUER, …) tai avaa sivut tietoisesti (SOMEHELP_WEB_OPEN=true).
web-unsafe-no-address = Verkkosivu tarvitsee osoitteensa: SOMEHELP_PUBLIC_URL=https://…
web-unsafe-http = Verkkosivun osoitteen on alettava https://, jotta kirjautuminen ja tekstit kulkevat salattuina.
web-unsafe-no-secret = Kirjautuminen tarvitsee salaisuuden: SOMEHELP_SESSION_SECRET, vähintään 32 satunnaista tavua.
web-unsafe-no-team = Slack-kirjautuminen tarvitsee työtilan tunnuksen: SOMEHELP_SLACK_TEAM=T…
