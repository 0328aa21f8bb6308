# What is kept of a person
data-keys = Söker efter: { $keys }
data-sure = Radera allt detta för gott? [j/N]
data-say-yes = Ingenting raderades. Ange --yes för att radera utan fråga.
data-erased = Raderat: { $streams } egna poster och { $mentions } omnämnanden på andra ställen.
data-kept = Kvar: { $record } nämner personen i { $events } poster. En kris kan vara en allmän handling; fråga kommunens arkiv eller dataskyddsombud.
data-restart = Starta om servrarna: till dess minns de frånvaron som de har läst. Personens uppgifter i city.yaml tar du bort själv.
data-forgotten =
    { $days ->
        [one] { $kind }: { $count } raderade; sparas i en dag.
       *[other] { $kind }: { $count } raderade; sparas i { $days } dagar.
    }
