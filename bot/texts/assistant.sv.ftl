# The verdict of a check
assistant-clean = Inget att rätta.
assistant-error = { $count ->
    [one] Rätta ett ställe innan du publicerar.
   *[other] Rätta { $count } ställen innan du publicerar.
  }
assistant-warning = { $count ->
    [one] Ett ställe bör rättas.
   *[other] { $count } ställen bör rättas.
  }
assistant-suggestion = { $count ->
    [one] Ett förslag, annars klart.
   *[other] { $count } förslag, annars klart.
  }
assistant-lesser = { $count ->
    [one] Dessutom en lindrigare anmärkning.
   *[other] Dessutom { $count } lindrigare anmärkningar.
  }
assistant-publish = Du kan publicera texten. Du bestämmer.
assistant-alarm = Har något allvarligt hänt? Ring först 112 i en nödsituation. Anmäl sedan krisen, så får rätt personer veta.
# Findings
assistant-marked = De { $most } viktigaste ställena är märkta i texten; sammanlagt är de { $count }. Rätta dem och granska på nytt.
assistant-finding = { $numbers } · { $message } ({ $severity })
assistant-finding-cited = { $numbers } · { $message } ({ $severity }) – { $where }
assistant-numbers = { $numbers } och { $count } till
assistant-numbered = { $number } · { $message }
assistant-alike = Det finns { $count } liknande till.
assistant-more = { $count ->
    [one] Ett råd till
   *[other] { $count } råd till
  }
assistant-more-rule = { $count ->
    [one] { $says } ({ $severity }) – { $where }
   *[other] { $count } ställen: { $says } ({ $severity }) – { $where }
  }
assistant-more-rest = { $count ->
    [one] Ett råd ryms inte här. Rätta först de här och granska på nytt.
   *[other] { $count } råd ryms inte här. Rätta först de här och granska på nytt.
  }
# Buttons of a check
assistant-edit = Redigera och granska på nytt
assistant-override = Det här är i sin ordning, för…
assistant-who = Vem frågar jag om det här?
assistant-erase = Radera det här svaret
assistant-check-another = Granska ett annat utkast
assistant-report-crisis = Anmäl en kris
# For whom it was checked
assistant-place-given = Granskat för enheten { $unit }.
assistant-place-remembered = Granskat för enheten { $unit }, som du valde tidigare. Fel? Byt här nedan och skicka utkastet igen.
assistant-place-account = Granskat för enheten { $unit }, som kontot hör till. Fel? Byt här nedan och skicka utkastet igen.
assistant-place-own = Jag antog enheten { $unit }, eftersom du arbetar där. Fel? Byt här nedan och skicka utkastet igen.
assistant-place-unknown = Jag vet inte vilken enhet det gäller och granskade utan den. Välj den här nedan, så minns jag den.
assistant-unit = Enhet
assistant-account = Konto
assistant-channel = Kanal
assistant-unit-by-name = Du kan byta enhet genom att skriva: enhet: NAMN
assistant-account-by-name = Du ser kontona och deras enheter genom att skriva: konton: NAMN
assistant-set-unit = Jag minns: din enhet är { $unit }. Skicka utkastet igen, så granskar jag det för den.
assistant-set-account = Jag minns: ditt konto är { $account }. Skicka utkastet igen, så granskar jag det för det.
assistant-set-language = Jag talar svenska med dig.
assistant-set-forgotten = Jag har glömt ditt tidigare val.
assistant-set-unknown = Jag känner inte till enheten, kontot eller språket. Skriv hem, så ser du alternativen.
assistant-set-failed = Valet kunde inte sparas just nu. Utkast granskas ändå; välj på nytt om en stund.
assistant-unremembered = Dina val kunde inte läsas just nu, så jag granskade utan dem.
# The form
assistant-form = Granska ett utkast
assistant-check = Granska
assistant-draft = Utkast
assistant-draft-hint = Skriv eller klistra in texten så som den skulle publiceras.
assistant-edit-paste = Kopiera den rättade texten ur svaret, klistra in den här och redigera.
assistant-edit-long = Fältet rymmer { $limit } tecken och den här texten är längre. Kopiera den rättade texten, redigera den och skicka den till mig som ett meddelande.
assistant-channel-facebook = Facebook
assistant-channel-instagram = Instagram
assistant-channel-x = X
assistant-channel-linkedin = LinkedIn
assistant-channel-youtube = YouTube
assistant-channel-tiktok = TikTok
assistant-channel-web = Webbplatsen
assistant-alt = Har bilden en alternativtext?
assistant-alt-unknown = Ingen bild, eller vet inte
assistant-alt-yes = Bilden har en alternativtext
assistant-alt-no = Bilden saknar alternativtext
# What could not be read
assistant-no-text = Det finns ingen text att granska. Skriv eller klistra in ett utkast.
assistant-too-long = Utkastet har { $length } tecken; jag granskar högst { $limit } åt gången.
assistant-too-long-how = Skicka texten i delar eller korta av den.
assistant-question-too-long = Frågan har { $length } tecken; jag svarar på frågor med högst { $limit }. Fråga kort. Om det här är ett utkast, börja meddelandet med granska:
assistant-image = Jag kan inte se vad bilden visar. Kontrollera det här själv:
assistant-image-how = Skriv en alternativtext: vad bilden visar och varför den är med, med några ord. Be dem som känns igen om lov, och alltid barnens vårdnadshavare. Se till att bilden får användas, och skicka texten till bilden till mig för granskning.
assistant-file-unknown = Den här filen kan jag inte läsa. Skicka en textfil, eller kopiera texten till ett meddelande.
assistant-unknown-verb = Den här knappen fungerar inte längre. Skriv hjälp, så berättar jag vad jag kan.
assistant-store-down = Det går inte att spara just nu, och ingenting sparades. Försök igen om en stund.
assistant-erased = Svaret är raderat.
# What a message is
assistant-unclear = Är det här ett utkast eller en fråga?
assistant-your-message = Ditt meddelande
assistant-it-is-draft = Ett utkast: granska det
assistant-it-is-question = En fråga: besvara den
assistant-it-is-crisis = Något allvarligt har hänt
assistant-again-draft = Skicka texten igen och börja meddelandet så här: granska:
assistant-again-question = Skicka frågan igen och börja meddelandet så här: fråga:
assistant-like-draft = Det här ser ut som ett utkast. Om du vill att jag granskar det, skicka det igen och börja meddelandet så här: granska:
assistant-cry = Har något allvarligt hänt?
assistant-cry-first = Ring först 112 i en nödsituation. Anmäl sedan krisen här nedan: inget larm går ut förrän en människa har bekräftat det.
# Greeting and help
assistant-hello = Hej! Jag hjälper till med inlägg i sociala medier.
assistant-hello-how = Skicka ett utkast, så berättar jag vad som bör rättas. Fråga, så berättar jag vem man frågar och vad riktlinjen säger.
assistant-kept = Jag sparar inte dina utkast och frågor. Jag sparar vilka regler som slog till, hur många gånger, i vilken enhet och vilken vecka; dessutom dina skäl utan ditt namn, dina egna val, din frånvaro och dina krisanmälningar. Den här chattjänsten sparar däremot det du skriver: skicka inga klientuppgifter hit, och radera vid behov både ditt meddelande och mitt svar.
assistant-help = Så här hjälper jag
assistant-help-check = granska TEXT – granskar ett utkast; det räcker också med bara utkastet
assistant-help-ask = fråga FRÅGA – vem man frågar och vad riktlinjen säger
assistant-help-form = formulär – utkast, konto och kanal i ett formulär
assistant-help-accounts = konton – kommunens konton och vem som sköter dem
assistant-help-absence = frånvaro 1.7.–31.7. ersättare NAMN – din egen frånvaro
assistant-help-crisis = kris – anmäl en kris; ring först 112 i en nödsituation
assistant-help-language = språk svenska, finska eller engelska
assistant-home = Min sida
assistant-accounts = Konton
# Whom to ask
assistant-ask-out = Riktlinjen svarar inte på det här.
assistant-if-away = Och om hen är borta?
assistant-nobody-named = Det senaste svaret nämnde ingen person, så det finns ingen ersättare. Välj din enhet på din sida: skriv hem.
assistant-who-title = Vem du frågar
assistant-who-next = Du kan också fråga mig med egna ord vad riktlinjen säger.
# A reason against a finding
assistant-override-title = Varför är det här i sin ordning?
assistant-override-nothing = Jag hittar inte rådet som du menar. Granska utkastet igen och tryck på knappen i det nya svaret.
assistant-override-which = Vilket råd
assistant-override-all = Alla dessa
assistant-override-send = Skicka
assistant-reason = Skäl
assistant-reason-hint = Skälet sparas med regeln och enheten utan ditt namn, så att regeln kan förbättras. Skriv inga namn eller nummer.
assistant-reason-missing = Skriv skälet med några ord.
assistant-reason-long = Skälet får ha { $limit } tecken. Korta av det.
assistant-reason-personal = Skälet innehåller personuppgifter. Skriv det utan namn, nummer och adresser.
assistant-overridden = Tack. Jag sparade skälet med regeln och enheten, utan ditt namn.
assistant-override-grave = Här finns råd om något allvarligt. Är du det minsta osäker, fråga innan du publicerar.
# Accounts
assistant-accounts-found = { $count ->
    [one] Ett konto
   *[other] { $count } konton
  }
assistant-accounts-none = Något sådant konto finns inte i kommunens uppgifter. Skriv konton, så ser du alla.
assistant-accounts-more = { $count ->
    [one] Dessutom finns ett konto till. Avgränsa till exempel så här: konton: bibliotek
   *[other] Dessutom finns { $count } konton till. Avgränsa till exempel så här: konton: bibliotek
  }
assistant-keepers = Sköts av
# Home
assistant-home-place = Din enhet och ditt konto
assistant-home-whom = Vem du frågar
assistant-home-language = Språk
assistant-home-kept = Vad som sparas
assistant-language = Språk
# Absence
assistant-absence = Frånvaro
assistant-absence-days = Dagar
assistant-absence-days-hint = Till exempel 1.7.–31.7. eller en enda dag
assistant-absence-send = Anmäl frånvaro
assistant-absence-none = Du har inte anmält någon frånvaro.
assistant-absence-stranger = Du finns inte i kommunens uppgifter, så jag kan inte anteckna någon frånvaro. Be den som sköter uppgifterna att lägga till dig.
assistant-absence-nobody = { $name } är borta { $first }–{ $last }. Det finns ingen ersättare: utse en genom att anmäla frånvaron på nytt.
assistant-absence-unknown = Ingen frånvaro är antecknad för de här dagarna.
assistant-absence-cancel = Ta tillbaka frånvaron
assistant-substitute = Ersättare
assistant-substitute-hint = Namn eller tjänst
assistant-substitute-usual = Om du lämnar fältet tomt är { $name } ersättare.
assistant-substitute-unknown = Ersättaren finns inte i kommunens uppgifter. Skriv hela namnet.
