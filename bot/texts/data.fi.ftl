# What is kept of a person
data-keys = Haetaan avaimilla: { $keys }
data-sure = Poistetaanko kaikki tämä pysyvästi? [k/E]
data-say-yes = Mitään ei poistettu. Anna --yes, jos poistetaan kysymättä.
data-erased = Poistettu: omia tietueita { $streams }, mainintoja muualla { $mentions }.
data-kept = Säilytetty: tietueessa { $record } henkilö mainitaan { $events } merkinnässä. Kriisin tiedot voivat olla viranomaisen asiakirja; kysy kunnan arkistosta tai tietosuojavastaavalta.
data-restart = Käynnistä palvelimet uudelleen: siihen asti ne muistavat lukemansa poissaolot. Henkilön tiedot tiedostossa city.yaml poistat itse.
data-forgotten =
    { $days ->
        [one] { $kind }: poistettu { $count }; säilytysaika yksi päivä.
       *[other] { $kind }: poistettu { $count }; säilytysaika { $days } päivää.
    }
