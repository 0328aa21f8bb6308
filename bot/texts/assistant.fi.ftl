# The verdict of a check
assistant-clean = Ei korjattavaa.
assistant-error = { $count ->
    [one] Korjaa yksi kohta ennen julkaisua.
   *[other] Korjaa { $count } kohtaa ennen julkaisua.
  }
assistant-warning = { $count ->
    [one] Yksi kohta kannattaa korjata.
   *[other] { $count } kohtaa kannattaa korjata.
  }
assistant-suggestion = { $count ->
    [one] Yksi ehdotus, muuten kunnossa.
   *[other] { $count } ehdotusta, muuten kunnossa.
  }
assistant-lesser = { $count ->
    [one] Lisäksi yksi lievempi huomio.
   *[other] Lisäksi { $count } lievempää huomiota.
  }
assistant-publish = Voit julkaista tekstin. Sinä päätät.
assistant-alarm = Onko jotain vakavaa sattunut? Hätätilanteessa soita ensin 112. Ilmoita sitten kriisistä, niin oikeat ihmiset saavat tiedon.
# Findings
assistant-marked = Tekstiin on merkitty { $most } tärkeintä kohtaa; kaikkiaan niitä on { $count }. Korjaa nämä ja tarkista uudelleen.
assistant-finding = { $numbers } · { $message } ({ $severity })
assistant-finding-cited = { $numbers } · { $message } ({ $severity }) – { $where }
assistant-numbers = { $numbers } ja { $count } muuta
assistant-numbered = { $number } · { $message }
assistant-alike = Samanlaisia on vielä { $count }.
assistant-more = { $count ->
    [one] Yksi neuvo lisää
   *[other] { $count } neuvoa lisää
  }
assistant-more-rule = { $count ->
    [one] { $says } ({ $severity }) – { $where }
   *[other] { $count } kohtaa: { $says } ({ $severity }) – { $where }
  }
assistant-more-rest = { $count ->
    [one] Yksi neuvo ei mahdu tähän. Korjaa ensin nämä ja tarkista uudelleen.
   *[other] { $count } neuvoa ei mahdu tähän. Korjaa ensin nämä ja tarkista uudelleen.
  }
# Buttons of a check
assistant-edit = Muokkaa ja tarkista uudelleen
assistant-override = Tämä on kunnossa, koska…
assistant-who = Keneltä kysyn tästä?
assistant-erase = Poista tämä vastaus
assistant-check-another = Tarkista toinen luonnos
assistant-report-crisis = Ilmoita kriisistä
# For whom it was checked
assistant-place-given = Tarkistettu yksikölle { $unit }.
assistant-place-remembered = Tarkistettu yksikölle { $unit }, jonka valitsit aiemmin. Väärin? Vaihda alta ja lähetä luonnos uudelleen.
assistant-place-account = Tarkistettu yksikölle { $unit }, jonka tili on. Väärin? Vaihda alta ja lähetä luonnos uudelleen.
assistant-place-own = Oletin yksiköksi { $unit }, koska työskentelet siellä. Väärin? Vaihda alta ja lähetä luonnos uudelleen.
assistant-place-unknown = Yksikköä en tiedä, joten tarkistin ilman sitä. Valitse se alta, niin muistan sen.
assistant-unit = Yksikkö
assistant-account = Tili
assistant-channel = Kanava
assistant-unit-by-name = Yksikön voit vaihtaa kirjoittamalla: yksikkö: NIMI
assistant-account-by-name = Tilin yksikköineen näet kirjoittamalla: tilit: NIMI
assistant-set-unit = Muistan: yksikkösi on { $unit }. Lähetä luonnos uudelleen, niin tarkistan sen sille.
assistant-set-account = Muistan: tilisi on { $account }. Lähetä luonnos uudelleen, niin tarkistan sen sille.
assistant-set-language = Puhun kanssasi suomea.
assistant-set-forgotten = Unohdin aiemman valintasi.
assistant-set-unknown = En tunne tätä yksikköä, tiliä tai kieltä. Kirjoita koti, niin näet vaihtoehdot.
assistant-set-failed = Valintaa ei voitu tallentaa juuri nyt. Luonnokset tarkistetaan silti; valitse uudelleen hetken päästä.
assistant-unremembered = Valintojasi ei voitu lukea juuri nyt, joten tarkistin ilman niitä.
# The form
assistant-form = Tarkista luonnos
assistant-check = Tarkista
assistant-draft = Luonnos
assistant-draft-hint = Kirjoita tai liitä teksti sellaisena kuin se julkaistaisiin.
assistant-edit-paste = Kopioi korjattu teksti vastauksesta, liitä se tähän ja muokkaa.
assistant-edit-long = Kenttään mahtuu { $limit } merkkiä, ja tämä teksti on pidempi. Kopioi korjattu teksti, muokkaa sitä ja lähetä se minulle viestinä.
assistant-channel-facebook = Facebook
assistant-channel-instagram = Instagram
assistant-channel-x = X
assistant-channel-linkedin = LinkedIn
assistant-channel-youtube = YouTube
assistant-channel-tiktok = TikTok
assistant-channel-web = Verkkosivut
assistant-alt = Onko kuvalla tekstivastine?
assistant-alt-unknown = Ei kuvaa, tai en tiedä
assistant-alt-yes = Kuvalla on tekstivastine
assistant-alt-no = Kuvalla ei ole tekstivastinetta
# What could not be read
assistant-no-text = Tarkistettavaa tekstiä ei ole. Kirjoita tai liitä luonnos.
assistant-too-long = Luonnoksessa on { $length } merkkiä; tarkistan enintään { $limit } kerralla.
assistant-too-long-how = Lähetä teksti osissa tai lyhennä sitä.
assistant-question-too-long = Kysymyksessä on { $length } merkkiä; vastaan enintään { $limit } merkin kysymykseen. Kysy lyhyesti. Jos tämä on luonnos, aloita viesti sanalla tarkista:
assistant-image = Kuvasta en näe, mitä siinä on. Tarkista nämä itse:
assistant-image-how = Kirjoita kuvalle tekstivastine: mitä kuvassa on ja miksi se on mukana, muutamalla sanalla. Kysy tunnistettavilta ihmisiltä lupa, ja lasten huoltajilta aina. Varmista, että kuvaa saa käyttää, ja lähetä kuvan teksti minulle tarkistettavaksi.
assistant-file-unknown = Tätä tiedostoa en osaa lukea. Lähetä tekstitiedosto, tai kopioi teksti viestiin.
assistant-unknown-verb = Tämä painike ei enää toimi. Kirjoita ohje, niin kerron, mitä osaan.
assistant-store-down = Tallennus ei toimi juuri nyt, eikä mitään tallennettu. Yritä hetken päästä uudelleen.
assistant-erased = Vastaus on poistettu.
# What a message is
assistant-unclear = Onko tämä luonnos vai kysymys?
assistant-your-message = Viestisi
assistant-it-is-draft = Luonnos: tarkista se
assistant-it-is-question = Kysymys: vastaa siihen
assistant-it-is-crisis = Jotain vakavaa on sattunut
assistant-again-draft = Lähetä teksti uudelleen ja aloita viesti näin: tarkista:
assistant-again-question = Lähetä kysymys uudelleen ja aloita viesti näin: kysy:
assistant-like-draft = Tämä näyttää luonnokselta. Jos haluat, että tarkistan sen, lähetä se uudelleen ja aloita viesti näin: tarkista:
assistant-cry = Onko jotain vakavaa sattunut?
assistant-cry-first = Hätätilanteessa soita ensin 112. Ilmoita sitten kriisistä alta: vasta ihmisen vahvistus lähettää hälytyksen.
# Greeting and help
assistant-hello = Hei! Autan some-julkaisuissa.
assistant-hello-how = Lähetä luonnos, niin kerron, mitä siinä kannattaa korjata. Kysy, niin kerron, keneltä asiaa kysytään ja mitä ohjeessa lukee.
assistant-kept = En tallenna luonnoksiasi enkä kysymyksiäsi. Tallennan, mitkä säännöt osuivat, montako kertaa, missä yksikössä ja millä viikolla; lisäksi perustelusi ilman nimeäsi, omat valintasi, poissaolosi ja kriisi-ilmoituksesi. Tämä keskustelupalvelu säilyttää kuitenkin viestisi: älä lähetä tänne asiakkaiden tietoja, ja poista tarvittaessa sekä oma viestisi että vastaukseni.
assistant-help = Näin autan
assistant-help-check = tarkista TEKSTI – luonnoksen tarkistus; pelkkä luonnoskin riittää
assistant-help-ask = kysy KYSYMYS – keneltä kysyä ja mitä ohjeessa lukee
assistant-help-form = lomake – luonnos, tili ja kanava lomakkeella
assistant-help-accounts = tilit – kunnan tilit ja niiden hoitajat
assistant-help-absence = poissa 1.7.–31.7. sijainen NIMI – oma poissaolosi
assistant-help-crisis = kriisi – ilmoita kriisistä; hätätilanteessa soita ensin 112
assistant-help-language = kieli suomi, ruotsi tai englanti
assistant-home = Oma sivu
assistant-accounts = Tilit
# Whom to ask
assistant-ask-out = Ohje ei vastaa tähän.
assistant-if-away = Entä jos hän on poissa?
assistant-nobody-named = Viime vastaus ei nimennyt ketään, joten sijaistakaan ei ole. Valitse yksikkösi omalla sivulla: kirjoita koti.
assistant-who-title = Keneltä kysyä
assistant-who-next = Voit myös kysyä minulta omin sanoin, mitä ohjeessa lukee.
# A reason against a finding
assistant-override-title = Miksi tämä on kunnossa?
assistant-override-nothing = En löydä neuvoa, jota tarkoitat. Tarkista luonnos uudelleen ja paina painiketta uudesta vastauksesta.
assistant-override-which = Mikä neuvo
assistant-override-all = Kaikki nämä
assistant-override-send = Lähetä
assistant-reason = Syy
assistant-reason-hint = Syy tallennetaan säännön ja yksikön kanssa ilman nimeäsi, jotta sääntöä voidaan parantaa. Älä kirjoita nimiä tai numeroita.
assistant-reason-missing = Kirjoita syy muutamalla sanalla.
assistant-reason-long = Syyhyn mahtuu { $limit } merkkiä. Lyhennä sitä.
assistant-reason-personal = Syyssä on henkilötietoja. Kirjoita se ilman nimiä, numeroita ja osoitteita.
assistant-overridden = Kiitos. Tallensin syyn säännön ja yksikön kanssa, ilman nimeäsi.
assistant-override-grave = Tässä on neuvoja vakavasta asiasta. Jos olet vähänkin epävarma, kysy ennen julkaisua.
# Accounts
assistant-accounts-found = { $count ->
    [one] Yksi tili
   *[other] { $count } tiliä
  }
assistant-accounts-none = Tällaista tiliä ei ole kunnan tiedoissa. Kirjoita tilit, niin näet kaikki.
assistant-accounts-more = { $count ->
    [one] Lisäksi on yksi tili. Rajaa kirjoittamalla esimerkiksi: tilit: kirjasto
   *[other] Lisäksi on { $count } tiliä. Rajaa kirjoittamalla esimerkiksi: tilit: kirjasto
  }
assistant-keepers = Hoitajat
# Home
assistant-home-place = Yksikkösi ja tilisi
assistant-home-whom = Keneltä kysyä
assistant-home-language = Kieli
assistant-home-kept = Mitä säilytetään
assistant-language = Kieli
# Absence
assistant-absence = Poissaolo
assistant-absence-days = Päivät
assistant-absence-days-hint = Esimerkiksi 1.7.–31.7. tai yksi päivä
assistant-absence-send = Ilmoita poissaolo
assistant-absence-none = Et ole ilmoittanut poissaoloa.
assistant-absence-stranger = Kunnan tiedoissa ei ole sinua, joten en voi merkitä poissaoloa. Pyydä tietojen ylläpitäjää lisäämään sinut.
assistant-absence-nobody = { $name } on poissa { $first }–{ $last }. Sijaista ei ole: nimeä sellainen ilmoittamalla poissaolo uudelleen.
assistant-absence-unknown = Näille päiville ei ole merkitty poissaoloa.
assistant-absence-cancel = Peru poissaolo
assistant-substitute = Sijainen
assistant-substitute-hint = Nimi tai virka
assistant-substitute-usual = Jos jätät tyhjäksi, sijainen on { $name }.
assistant-substitute-unknown = Kunnan tiedoissa ei ole tätä sijaista. Kirjoita koko nimi.
