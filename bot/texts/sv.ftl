# What a check says
verdict-clean = Inget att rätta.
verdict-found = { $count ->
    [one] En sak att se på.
   *[other] { $count } saker att se på.
  }
severity-error = måste rättas
severity-warning = rätta
severity-suggestion = överväg
basis-guideline = anvisning
basis-law = lag
basis-configuration = kommunens egen inställning
label-why = Varför
label-source = Källa
label-ask = Fråga
label-instead = I stället
label-corrected = Rättad text
label-whole = Hela inlägget
corrected-same = Ingen ersättning är så säker att den kan göras av sig själv; se råden ovan.
ask-nobody = anvisningen nämner ingen
# Errors
error-not-utf8 = Filen är inte UTF-8 (byte { $byte }). Spara den som UTF-8 och försök på nytt.
error-unreadable = Filen kan inte läsas: { $reason }.
error-unwritable = Filen kan inte skrivas: { $reason }.
error-output = Resultatet kan inte skrivas: { $reason }.
error-pack = Det finns fel i paketet. Rätta de här ställena:
error-json-text = Inte JSON: { $reason }. Ett utkast per rad, till exempel {"{"}"text": "…"{"}"}.
error-not-object-text = En rad är ett JSON-objekt, till exempel {"{"}"text": "…"{"}"}.
error-missing-text = Varje utkast behöver "text".
error-field = { $reason }
error-field-text = Här ska stå en text inom citationstecken.
error-field-choice = Välj något av dessa: { $choices }.
error-field-switch = Skriv on eller off.
error-field-list = Skriv en lista, till exempel ["youth"].
error-field-object = Skriv ett objekt, till exempel {"{"}"attribution": "on"{"}"}.
error-unknown-rule = Paketet har ingen sådan regel eller grupp. Se: somehelp pack show
error-too-long = Utkastet har { $length } tecken; det längsta som granskas har { $limit }.
error-no-draft = Det finns inget utkast att granska. Ange en fil, eller skriv ett utkast och avsluta med Ctrl-D.
warning-unknown-keys = Okända fält lämnades obeaktade: { $keys }.
# Audit
audit-progress = Granskar inlägg
audit-summary = { $posts ->
    [one] Ett inlägg
   *[other] { $posts } inlägg
  }, { $flagged } med något att rätta, { $seconds } s
audit-by-rule = Per regel
audit-by-unit = Per enhet
audit-by-month = Per månad
audit-rule = Regel
audit-unit = Enhet
audit-month = Månad
audit-count = Anmärkningar
audit-none = Filerna innehåller inga inlägg. Kända former: CSV, JSONL och JSON från en Facebook-sidas export.
audit-out-same = Den här filen läses också. Välj ett annat namn, så går inget förlorat.
audit-out-form = En fil med fynd slutar på .csv eller .jsonl; välj ett sådant namn.
audit-skipped = { $count ->
    [one] En rad kunde inte läsas och hoppades över.
   *[other] { $count } rader kunde inte läsas och hoppades över.
  }
audit-no-unit = (ingen enhet)
audit-no-month = (inget datum)
label-severity = Nivå
# Packs
pack-exists = { $path } finns redan; välj ett annat namn.
pack-bad-name = Välj ett namn med små bokstäver, siffror och bindestreck, till exempel var-kommun.
pack-made = Skapade { $path }. Läs docs/packs.md, ändra filerna och kör sedan: somehelp pack test { $path }
pack-checked = { $pack }: { $rules } regler, { $weak ->
    [0] inget att rätta
    [one] en sak att rätta
   *[other] { $weak } saker att rätta
  }
pack-tested = { $pack }: { $rules } regler, { $examples } exempel, { $failed ->
    [0] alla håller
    [one] ett håller inte
   *[other] { $failed } håller inte
  }
pack-off = avstängd
silent-no-state = Ingen räkning förs. Ge den en mapp: SOMEHELP_STATE=/var/lib/somehelp
silent-none = Ännu har ingen fråga blivit utan svar.
silent-week = vecka
silent-pack = paket
silent-topic = ämne
silent-scope = riktlinjen
silent-count = frågor
silent-gap = namnger ingen
silent-out = gäller inte
example-bad-missed = borde hittas men hittas inte: { $example }
example-good-found = borde lämnas i fred, men { $got } hittas: { $example }
example-find-differs = de hittade orden är { $got } i: { $example }
example-fixed-differs = den rättade texten är ”{ $got }”, väntade ”{ $example }”
example-fix-unfinished = efter rättelsen finns ännu något att ersätta: { $got }
lint-empty = en text saknas på { $language }; skriv den
lint-untranslated = en text är densamma på två språk; översätt den: { $text }
lint-placeholders = platshållarna skiljer sig mellan språken: { $text }
lint-stale = ”{ $word }” är föråldrat; nu: { $now }
lint-quote-long = ett citat har fler än åtta ord; förkorta det: { $quote }
lint-quote-nowhere = ”{ $quote }” står inte i dokumentet { $document }; kopiera det ordagrant
lint-term-twice = uttrycket ”{ $term }” finns redan i en annan regel; behåll ett
lint-match-told = ett meddelande i den här kategorin får inte upprepa vad det fann; ta bort { "{" }match{ "}" }: { $category }
# Doctor
doctor-analyser = Finskan läses av { $name }.
doctor-analyser-slow = Finskan läses av { $name }, som är mycket långsammare. Installera biblioteket Voikko (Debian: libvoikko1 och voikko-fi; macOS: libvoikko) och kör ./setup på nytt.
doctor-dictionaries = Ordlistorna är byggda: { $path }.
doctor-no-dictionaries = Ordlistorna är inte byggda: { $path }. Kör: somehelp setup
doctor-pack = Paketet { $pack } läses in: { $rules } regler.
doctor-bad-pack = Paketet { $pack } har { $count } fel. Kör: somehelp pack check { $pack }
# Cities and absences
error-city = Det finns fel i kommunens uppgifter. Rätta de här ställena:
city-vacant = Ingen sköter rollen { $role }, som anvisningen nämner. Ange någon under people:.
city-few-admins = Kontot { $account } har färre än två personer. Lägg till en, så att ingen är oersättlig.
city-unreachable = { $person } kan inte nås: adress och nummer saknas. Lägg till dem under reach:.
absence-recorded = { $name } är borta { $first }–{ $last }; { $substitute } är ersättare.
absence-nobody = { $name } är borta { $first }–{ $last }. Det finns ingen ersättare: ange en med --substitute.
absence-none = Inga frånvaron är antecknade.
absence-no-person = Det finns ingen som heter { $name } i kommunens uppgifter.
absence-who = Ange med --by vem du är.
absence-bad-days = Ange dagarna så här: 1.7.–31.7. eller 2026-07-01 2026-07-31.
absence-own-substitute = Någon annan behöver vikariera; personen själv är borta.
absence-not-allowed = { $name } får anteckna bara sin egen frånvaro. Be den som har rätten edit.
# Answers
ask-understood = Du frågar om: { $topic }.
ask-gap = Riktlinjen namnger ingen för det här.
ask-out = Det här verkar inte gälla publicering, och riktlinjen svarar inte på det. Om det gör det, fråga med andra ord.
ask-first = Fråga
ask-in-order = Fråga i den här ordningen
ask-configured = { $contact } – så är det överenskommet, det står inte i riktlinjen.
ask-no-contact = Riktlinjen namnger ingen för dig, och ingen kontaktperson är vald. Den som äger riktlinjen kan utse en.
contact-there = { $role }: { $name }, { $reach }
contact-stand-in = { $role }: { $holder } är tillbaka { $back }; till dess vikarierar { $name }, { $reach }
contact-away = { $role }: { $name } är borta till { $back }, och ingen vikarierar.
contact-vacant = { $role }: ingen har uppgiften just nu.
contact-own = { $role } (din egen)
contact-which-unit = { $role }: det beror på enheten. Säg vilken enhet du menar.
contact-which-account = { $role }: det beror på kontot. Säg vilket konto du menar.
contact-no-city = { $role }
contact-no-reach = ingen adress och inget nummer är känt
ask-steps = Gör så här
ask-table = Vilken kanal för vem
ask-use = { $channel }, { $target }: { $use }
ask-written = Vad som står skrivet
ask-said = { $says } ({ $where })
ask-cited = { $title }, { $section }; { $basis }
ask-cited-quote = { $title }, { $section }; { $basis }: ”{ $quote }”
ask-notes = Bra att veta
ask-like-draft = Det här ser ut som ett utkast och inte en fråga. Så här kan det kontrolleras: somehelp check
ask-personal = Din fråga innehåller personuppgifter. Inget av dem sparas. Fråga utan namn, nummer eller adress.
error-json-question = Inte JSON: { $reason }. En fråga per rad, till exempel {"{"}"question": "…"{"}"}.
error-not-object-question = En rad är ett JSON-objekt, till exempel {"{"}"question": "…"{"}"}.
error-missing-question = Varje rad behöver "question".
error-question-empty = Frågan saknas. Skriv vad du vill veta, till exempel: vem får svara en journalist?
error-question-too-long = Frågan har { $length } tecken; den längsta som besvaras har { $limit }. Fråga kort; ett utkast kontrolleras så här: somehelp check
example-ask-wrong = leder till { $got } när bara de andra svarar: { $example }
topics-tested = { $pack }: { $topics } ämnen, { $examples } exempelfrågor, { $failed ->
    [0] alla håller
    [one] en håller inte
   *[other] { $failed } håller inte
  }
lint-shadowed = { $count } av dess { $all } exempelfrågor leder till { $topic }; skriv exempel som skiljer dem åt
# Chat
chat-hello = Klistra in ett utkast så granskar jag det, eller fråga vem du ska fråga. Inget sparas. Ctrl-D avslutar.
chat-unclear = Är det här ett utkast att granska (1) eller en fråga (2)? Svara 1 eller 2.
chat-no-city = Vem som ersätter vem står i kommunens uppgifter. Starta mig med --city MAPP.
chat-nobody-named = Det senaste svaret nämnde ingen person, så det finns ingen ersättare. Ange din enhet med --unit.
chat-if-away = Om { $holder } är borta är ersättaren { $name }: { $reach }
chat-no-substitute = Om { $name } är borta finns ingen ersättare: kommunens uppgifter nämner ingen.
absence-unknown = Ingen frånvaro är antecknad för { $name } de här dagarna. Lista dem: somehelp absence
absence-cancelled = Frånvaron för { $name } är återtagen.
doctor-city = Uppgifterna kan läsas: { $city }, { $people } personer.
