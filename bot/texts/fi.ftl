# What a check says
verdict-clean = Ei korjattavaa.
verdict-found = { $count ->
    [one] Yksi kohta katsottavaksi.
   *[other] { $count } kohtaa katsottavaksi.
  }
severity-error = korjaa ehdottomasti
severity-warning = korjaa
severity-suggestion = harkitse
basis-guideline = ohje
basis-law = laki
basis-configuration = kunnan oma asetus
label-why = Miksi
label-source = Lähde
label-ask = Kysy
label-instead = Tilalle
label-corrected = Korjattu teksti
label-whole = Koko julkaisu
corrected-same = Mikään korvaus ei ole niin varma, että sen voisi tehdä itsestään; katso neuvot yltä.
ask-nobody = ohje ei nimeä ketään
# Errors
error-not-utf8 = Tiedosto ei ole UTF-8-muodossa (tavu { $byte }). Tallenna se UTF-8:na ja yritä uudelleen.
error-unreadable = Tiedostoa ei voi lukea: { $reason }.
error-unwritable = Tiedostoa ei voi kirjoittaa: { $reason }.
error-output = Tulosta ei voi kirjoittaa: { $reason }.
error-pack = Ohjepaketissa on virheitä. Korjaa nämä kohdat:
error-json-text = Ei ole JSONia: { $reason }. Yksi luonnos riville, esimerkiksi {"{"}"text": "…"{"}"}.
error-not-object-text = Rivillä on yksi JSON-olio, esimerkiksi {"{"}"text": "…"{"}"}.
error-missing-text = Jokaisessa luonnoksessa pitää olla "text".
error-field = { $reason }
error-field-text = Tähän kuuluu teksti lainausmerkeissä.
error-field-choice = Valitse jokin näistä: { $choices }.
error-field-switch = Kirjoita on tai off.
error-field-list = Kirjoita luettelo, esimerkiksi ["youth"].
error-field-object = Kirjoita olio, esimerkiksi {"{"}"attribution": "on"{"}"}.
error-unknown-rule = Paketissa ei ole tällaista sääntöä tai ryhmää. Katso: somehelp pack show
error-too-long = Luonnoksessa on { $length } merkkiä; pisin tarkistettava on { $limit } merkkiä.
error-no-draft = Tarkistettavaa luonnosta ei ole. Anna tiedosto tai kirjoita luonnos ja lopeta painamalla Ctrl-D.
warning-unknown-keys = Tuntemattomat kentät ohitettiin: { $keys }.
# Audit
audit-progress = Tarkistetaan julkaisuja
audit-summary = { $posts ->
    [one] Yksi julkaisu
   *[other] { $posts } julkaisua
  }, korjattavaa { $flagged }, { $seconds } s
audit-by-rule = Säännöittäin
audit-by-unit = Yksiköittäin
audit-by-month = Kuukausittain
audit-rule = Sääntö
audit-unit = Yksikkö
audit-month = Kuukausi
audit-count = Huomautuksia
audit-none = Näissä tiedostoissa ei ole julkaisuja. Tunnetut muodot: CSV, JSONL ja Facebook-sivun viennin JSON.
audit-out-same = Tämä tiedosto myös luetaan. Valitse toinen nimi, niin mitään ei katoa.
audit-out-form = Löydösten tiedoston nimen lopussa pitää olla .csv tai .jsonl.
audit-skipped = { $count ->
    [one] Yhtä riviä ei voitu lukea, ja se ohitettiin.
   *[other] { $count } riviä ei voitu lukea, ja ne ohitettiin.
  }
audit-no-unit = (ei yksikköä)
audit-no-month = (ei päiväystä)
label-severity = Taso
# Packs
pack-exists = { $path } on jo olemassa; valitse toinen nimi.
pack-bad-name = Valitse nimi, jossa on pieniä kirjaimia, numeroita ja yhdysmerkkejä, esimerkiksi oma-kunta.
pack-made = Tehty: { $path }. Lue docs/packs.md, muuta tiedostoja ja aja sitten: somehelp pack test { $path }
pack-checked = { $pack }: { $rules } sääntöä, { $weak ->
    [0] ei korjattavaa
    [one] yksi korjattava kohta
   *[other] { $weak } korjattavaa kohtaa
  }
pack-tested = { $pack }: { $rules } sääntöä, { $examples } esimerkkiä, { $failed ->
    [0] kaikki pitävät
    [one] yksi ei pidä
   *[other] { $failed } ei pidä
  }
pack-off = pois päältä
silent-no-state = Kysymyksiä ei lasketa. Anna laskennalle kansio: SOMEHELP_STATE=/var/lib/somehelp
silent-none = Yhtään kysymystä ei ole vielä jäänyt vaille vastausta.
silent-week = viikko
silent-pack = paketti
silent-topic = aihe
silent-scope = ohje
silent-count = kysymyksiä
silent-gap = ei nimeä ketään
silent-out = ei koske
example-bad-missed = pitäisi löytyä, mutta ei löydy: { $example }
example-good-found = pitäisi jättää rauhaan, mutta löytyi { $got }: { $example }
example-find-differs = löydetyt sanat ovat { $got } tässä: { $example }
example-fixed-differs = korjattu teksti on ”{ $got }”, odotettiin ”{ $example }”
example-fix-unfinished = korjauksen jälkeen jää vielä korvattavaa: { $got }
lint-empty = teksti puuttuu kielellä { $language }; kirjoita se
lint-untranslated = teksti on sama kahdella kielellä; käännä se: { $text }
lint-placeholders = paikkamerkit eroavat kielten välillä: { $text }
lint-stale = ”{ $word }” on vanhentunut; nyt: { $now }
lint-quote-long = lainauksessa on yli kahdeksan sanaa; lyhennä: { $quote }
lint-quote-nowhere = ”{ $quote }” ei ole asiakirjassa { $document }; kopioi se kirjaimelleen
lint-term-twice = ilmaus ”{ $term }” on jo toisessa säännössä; pidä yksi
lint-match-told = tämän luokan viesti ei saa toistaa, mitä se löysi; poista { "{" }match{ "}" }: { $category }
# Doctor
doctor-analyser = Suomea lukee { $name }.
doctor-analyser-slow = Suomea lukee { $name }, joka on paljon hitaampi. Asenna Voikko-kirjasto (Debian: libvoikko1 ja voikko-fi; macOS: libvoikko) ja aja ./setup uudelleen.
doctor-dictionaries = Sanastot on rakennettu: { $path }.
doctor-no-dictionaries = Sanastoja ei ole rakennettu: { $path }. Aja: somehelp setup
doctor-pack = Ohjepaketti { $pack } latautuu: { $rules } sääntöä.
doctor-bad-pack = Ohjepaketissa { $pack } on { $count } virhettä. Aja: somehelp pack check { $pack }
# Cities and absences
error-city = Kunnan tiedoissa on virheitä. Korjaa nämä kohdat:
city-vacant = Kukaan ei hoida roolia { $role }, jonka ohje nimeää. Nimeä joku kohdassa people:.
city-few-admins = Tilillä { $account } on alle kaksi hoitajaa. Lisää yksi, jottei kukaan ole korvaamaton.
city-unreachable = Henkilöä { $person } ei tavoiteta: osoite ja numero puuttuvat. Lisää ne kohtaan reach:.
absence-recorded = { $name } on poissa { $first }–{ $last }; sijainen on { $substitute }.
absence-nobody = { $name } on poissa { $first }–{ $last }. Sijaista ei ole: nimeä sellainen valinnalla --substitute.
absence-none = Poissaoloja ei ole merkitty.
absence-no-person = Kunnan tiedoissa ei ole henkilöä { $name }.
absence-who = Kerro valinnalla --by, kuka olet.
absence-bad-days = Anna päivät näin: 1.7.–31.7. tai 2026-07-01 2026-07-31.
absence-own-substitute = Sijaiseksi tarvitaan joku muu; hän itse on poissa.
absence-not-allowed = { $name } voi merkitä vain oman poissaolonsa. Pyydä sitä, jolla on oikeus edit.
# Answers
ask-understood = Kysyt aiheesta: { $topic }.
ask-gap = Ohje ei nimeä tähän ketään.
ask-out = Tämä ei näytä koskevan julkaisemista, eikä ohje vastaa siihen. Jos se koskee, kysy toisin sanoin.
ask-first = Kysy
ask-in-order = Kysy tässä järjestyksessä
ask-configured = { $contact } – näin on sovittu, ohjeessa tätä ei lue.
ask-no-contact = Ohje ei nimeä sinulle ketään, eikä yhteyshenkilöä ole asetettu. Ohjeen omistaja voi nimetä hänet.
contact-there = { $role }: { $name }, { $reach }
contact-stand-in = { $role }: { $holder } palaa { $back }; siihen asti sijaisena on { $name }, { $reach }
contact-away = { $role }: { $name } on poissa, palaa { $back }. Sijaista ei ole.
contact-vacant = { $role }: tehtävässä ei ole nyt ketään.
contact-own = { $role } (omasi)
contact-which-unit = { $role }: riippuu yksiköstä. Kerro, mitä yksikköä tarkoitat.
contact-which-account = { $role }: riippuu tilistä. Kerro, mitä tiliä tarkoitat.
contact-no-city = { $role }
contact-no-reach = osoitetta tai numeroa ei tiedetä
ask-steps = Tee näin
ask-table = Mikä kanava kenellekin
ask-use = { $channel }, { $target }: { $use }
ask-written = Mitä on kirjoitettu
ask-said = { $says } ({ $where })
ask-cited = { $title }, { $section }; { $basis }
ask-cited-quote = { $title }, { $section }; { $basis }: ”{ $quote }”
ask-notes = Hyvä tietää
ask-like-draft = Tämä näyttää luonnokselta eikä kysymykseltä. Sen voi tarkistaa näin: somehelp check
ask-personal = Kysymyksessäsi on henkilötietoja. Niistä ei tallenneta mitään. Kysy ilman nimeä, numeroa tai osoitetta.
error-json-question = Ei ole JSONia: { $reason }. Yksi kysymys riville, esimerkiksi {"{"}"question": "…"{"}"}.
error-not-object-question = Rivillä on yksi JSON-olio, esimerkiksi {"{"}"question": "…"{"}"}.
error-missing-question = Jokaisella rivillä on oltava "question".
error-question-empty = Kysymys puuttuu. Kirjoita, mitä haluat tietää, esimerkiksi: kuka saa vastata toimittajalle?
error-question-too-long = Kysymyksessä on { $length } merkkiä; pisimmässä, johon vastataan, on { $limit }. Kysy lyhyesti; luonnoksen voi tarkistaa näin: somehelp check
example-ask-wrong = johtaa aiheeseen { $got }, kun vain muut vastaavat: { $example }
topics-tested = { $pack }: { $topics } aihetta, { $examples } esimerkkikysymystä, { $failed ->
    [0] kaikki pitävät
    [one] yksi ei pidä
   *[other] { $failed } ei pidä
  }
lint-shadowed = { $all } esimerkkikysymyksestä { $count } johtaa aiheeseen { $topic }; kirjoita esimerkkejä, jotka erottavat ne
# Chat
chat-hello = Liitä luonnos, niin tarkistan sen, tai kysy, keneltä kysyä. Mitään ei tallenneta. Ctrl-D lopettaa.
chat-unclear = Onko tämä tarkistettava luonnos (1) vai kysymys (2)? Vastaa 1 tai 2.
chat-no-city = Sijaiset ovat kunnan tiedoissa. Käynnistä minut valinnalla --city KANSIO.
chat-nobody-named = Viime vastaus ei nimennyt ketään, joten sijaistakaan ei ole. Kerro yksikkösi valinnalla --unit.
chat-if-away = Jos { $holder } on poissa, sijainen on { $name }: { $reach }
chat-no-substitute = Jos { $name } on poissa, sijaista ei ole: kunnan tiedot eivät nimeä ketään.
absence-unknown = Henkilölle { $name } ei ole merkitty poissaoloa näille päiville. Listaa ne: somehelp absence
absence-cancelled = Henkilön { $name } poissaolo on peruttu.
doctor-city = Tiedot luettu: { $city }, henkilöitä { $people }.
